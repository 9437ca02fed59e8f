package io.tilth.customer.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.CustomerId;
import io.tilth.customer.CustomersJoined;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Score;
import io.tilth.customer.Scores.Signal;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What customers do becomes a score that fades. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class ScoresTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Scores scores;

    @Autowired
    ApplicationEventPublisher events;

    private final Instant now = Instant.now();
    private Probing acme;
    private CustomerId wang;

    @BeforeEach
    void withACustomer() {
        acme = Probing.on(port, "customer:read");
        wang = customer();
    }

    @Test
    void isNothingWithoutAnySignal() {
        assertThat(score(wang)).isEqualTo(new Score(0, Grade.ASLEEP));
    }

    @Test
    void countsTheSameSourceOnceHoweverOftenItIsTold() {
        add(signal(wang, Kind.PHONE_LEFT, "", 1, now, "a"));
        add(signal(wang, Kind.PHONE_LEFT, "", 1, now, "a"));

        assertThat(score(wang)).isEqualTo(new Score(25, Grade.MIDDLE));
    }

    @Test
    void countsTheSameAboutTheSameItemOnceInTwelveHours() {
        var noon = noon(2);
        add(
                signal(wang, Kind.CONTACT_TAPPED, "quote", 1, noon, "a"),
                signal(wang, Kind.CONTACT_TAPPED, "quote", 1, noon.plus(Duration.ofHours(11)), "b"),
                signal(wang, Kind.CONTACT_TAPPED, "other", 1, noon.plus(Duration.ofHours(11)), "c"));
        int twice = score(wang).value();
        add(signal(wang, Kind.CONTACT_TAPPED, "quote", 1, noon.plus(Duration.ofHours(12)), "d"));

        assertThat(twice).isBetween(21, 24);
        assertThat(score(wang).value()).isBetween(31, 36);
    }

    @Test
    void letsNoDayAddMoreThanItsCapAlsoWhenNewsComesLate() {
        var noon = noon(0).isAfter(now) ? noon(1) : noon(0);
        add(signal(wang, Kind.BOOKED, "", 1, noon, "booked"), signal(wang, Kind.PHONE_LEFT, "", 1, noon, "phone"));
        int capped = score(wang).value();
        add(signal(wang, Kind.PHONE_LEFT, "", 1, noon.minus(Duration.ofHours(1)), "earlier"));

        assertThat(capped).isBetween(37, 40);
        assertThat(score(wang).value()).isBetween(37, 40);
    }

    @Test
    void halvesInTwoWeeks() {
        add(signal(wang, Kind.BOOKED, "", 1, now.minus(Duration.ofDays(14)), "a"));

        assertThat(score(wang)).isEqualTo(new Score(15, Grade.LOW));
    }

    @Test
    void goesWithTheReaderWhoTurnsOutToBeSomebodyElse() {
        var li = customer();
        add(signal(wang, Kind.PHONE_LEFT, "", 0.5, now, "visit"));
        add(signal(li, Kind.PHONE_LEFT, "", 1, now, "visit"));

        assertThat(score(wang).value()).isZero();
        assertThat(score(li).value()).isEqualTo(25);
    }

    @Test
    void isTakenBackWithItsSource() {
        add(signal(wang, Kind.PHONE_LEFT, "", 1, now, "a"), signal(wang, Kind.FRIEND_ADDED, "", 1, now, "b"));
        in(() -> scores.takeBack(List.of("a")));

        assertThat(score(wang)).isEqualTo(new Score(8, Grade.LOW));
    }

    @Test
    void isNothingForWhomNobodyFollowsAnyMore() {
        add(signal(wang, Kind.BOOKED, "", 1, now, "a"));
        in(() -> jdbc.sql("update customer.customer set lost_at = now() where tenant_id = :tenant and id = :id")
                .param("id", wang.value())
                .update());

        assertThat(score(wang).value()).isZero();
    }

    @Test
    void isOnePersonsWhenTwoTurnOutToBeOne() {
        var li = customer();
        add(signal(wang, Kind.FRIEND_ADDED, "", 1, now, "a"), signal(li, Kind.PHONE_LEFT, "", 1, now, "b"));
        in(() -> events.publishEvent(new CustomersJoined(li, wang)));

        assertThat(score(wang).value()).isEqualTo(33);
        assertThat(score(li).value()).isZero();
    }

    /** Whoever weighs them looks for each at the same place every time. */
    @Test
    void areWeighedInOneOrder() {
        var told =
                JsonMapper.shared().readTree(acme.get("/api/v1/score-settings").body());

        assertThat(told.path("points").propertyNames())
                .containsExactlyElementsOf(
                        Stream.of(Kind.values()).map(Kind::name).toList());
        assertThat(told.path("usual").propertyNames())
                .containsExactlyElementsOf(
                        Stream.of(Kind.values()).map(Kind::name).toList());
    }

    /** The slow, obviously right count: each signal by itself, from the raw rows. */
    @Test
    void equalsWhatTheRawSignalsGiveForEveryCustomer() {
        var random = new Random(7);
        var told = new HashMap<CustomerId, List<Signal>>();
        for (int i = 0; i < 40; i++) {
            var one = customer();
            var signals = new ArrayList<Signal>();
            for (int j = 0; j < random.nextInt(120); j++) {
                signals.add(new Signal(
                        one,
                        Kind.values()[random.nextInt(Kind.values().length)],
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of("item" + random.nextInt(3)),
                        new double[] {1, 0.5, 0.3, 0.15}[random.nextInt(4)],
                        now.minusSeconds(random.nextInt(40 * 86400)),
                        i + "/" + j));
            }
            told.put(one, signals);
        }
        var mixed = told.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Signal::source))
                .toList();
        for (int from = 0; from < mixed.size(); from += 37) {
            int at = from;
            in(() -> scores.add(mixed.subList(at, Math.min(mixed.size(), at + 37))));
        }
        var counted = directories.in(acme.tenant(), () -> scores.of(told.keySet()));

        assertThat(told)
                .allSatisfy((one, signals) -> assertThat(counted.get(one).value())
                        .isCloseTo(
                                (int) Math.min(100, Math.round(plain(signals))),
                                Offset.offset(Math.abs(plain(signals) * 2 % 1) < 0.0001 ? 1 : 0)));
        assertThat(counted.values()).extracting(Score::grade).contains(Grade.HIGH, Grade.LOW);
    }

    private double plain(List<Signal> signals) {
        var inOrder = signals.stream().sorted(Comparator.comparing(Signal::at)).toList();
        Map<LocalDate, Double> days = new HashMap<>();
        double sum = 0;
        var counting = new ArrayList<Signal>();
        for (var one : inOrder) {
            boolean repeat = one.item().isPresent()
                    && counting.stream()
                            .anyMatch(other -> other.kind() == one.kind()
                                    && other.item().equals(one.item())
                                    && Duration.between(other.at(), one.at()).compareTo(Duration.ofHours(12)) < 0);
            if (repeat) {
                continue;
            }
            counting.add(one);
            var day = one.at().atZone(ZONE).toLocalDate();
            double room = 40 - days.getOrDefault(day, 0.0);
            double points = Math.min(room, ScoreSetting.DEFAULT.worth(one.kind()) * one.factor());
            days.merge(day, points, Double::sum);
            sum += points * Math.pow(0.5, Duration.between(one.at(), now).toMillis() / 86_400_000.0 / 14);
        }
        return sum;
    }

    private Instant noon(int daysAgo) {
        return LocalDate.now(ZONE).minusDays(daysAgo).atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Signal signal(
            CustomerId customer, Kind kind, String item, double factor, Instant at, String source) {
        return new Signal(customer, kind, Optional.of(item).filter(one -> !one.isEmpty()), factor, at, source);
    }

    private void add(Signal... signals) {
        in(() -> scores.add(List.of(signals)));
    }

    private Score score(CustomerId customer) {
        return directories.in(acme.tenant(), () -> scores.of(List.of(customer)).get(customer));
    }

    private CustomerId customer() {
        var id = CustomerId.next();
        in(() -> jdbc.sql("insert into customer.customer (tenant_id, id, name) values (:tenant, :id, '王女士')")
                .param("id", id.value())
                .update());
        return id;
    }

    private void in(Runnable work) {
        directories.in(acme.tenant(), () -> {
            work.run();
            return true;
        });
    }
}
