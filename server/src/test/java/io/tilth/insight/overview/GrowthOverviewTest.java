package io.tilth.insight.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.insight.overview.Past.Person;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure is what somebody would get who went through the rows with a pencil. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class GrowthOverviewTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    private Probing acme;
    private Past past;

    @BeforeEach
    void happen() {
        acme = Probing.on(port, "overview:read");
        past = new Past(directories, jdbc, acme.tenant(), Instant.now());
        past.happen(250);
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void countsWhatAPencilCounts(Period period) {
        var told = overview(acme, period);
        var at = Instant.parse(told.get("at").asString());
        long newcomers = newcomers(begin(at, days(period)), at).size();
        long lost = lost(begin(at, days(period)), at).size();
        var earlier = at.atZone(ZONE).minusDays(days(period)).toInstant();

        assertThat(told.at("/newcomers/now").asLong()).isEqualTo(newcomers);
        assertThat(told.at("/newcomers/before").asLong())
                .isEqualTo(newcomers(begin(earlier, days(period)), earlier).size());
        assertThat(told.at("/lost/now").asLong()).isEqualTo(lost);
        assertThat(told.at("/net/now").asLong()).isEqualTo(newcomers - lost);
        assertThat(sum(told.get("curve"), "/newcomers")).isEqualTo(newcomers);
        assertThat(sum(told.get("curve"), "/lost")).isEqualTo(lost);
        assertThat(sum(told.get("ranking"), "/newcomers/now")).isEqualTo(newcomers);
        assertThat(sum(told.get("shops"), "/newcomers/now")).isEqualTo(newcomers);
    }

    @Test
    void countsPeopleAndFriendshipsApart() {
        var told = overview(acme, Period.TODAY);

        assertThat(told.get("customers").asLong())
                .isEqualTo(past.people.stream()
                        .filter(person -> person.lostAt() == null)
                        .count());
        assertThat(told.get("friendships").asLong())
                .isEqualTo(past.people.stream()
                        .flatMap(person -> person.bonds().stream())
                        .filter(bond -> bond.ended() == null)
                        .count());
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void listsTheVeryRowsThatItCounts(Figure figure) {
        var told = overview(acme, Period.LAST_30);
        var listed = rows(acme, "figure=" + figure + "&period=LAST_30");
        var name = figure == Figure.LOST ? "/lost/now" : "/newcomers/now";

        assertThat(listed).hasSize(told.at(name).asInt()).doesNotHaveDuplicates();
        for (var shop : told.get("shops")) {
            assertThat(rows(
                            acme,
                            "figure=" + figure + "&period=LAST_30&shop="
                                    + shop.get("id").asString()))
                    .hasSize(shop.at(name).asInt());
        }
    }

    @Test
    void showsAGuideTheirOwnFiguresAlone() {
        var mine = past.members.getFirst();
        var guide = new Probing(port, acme.tenant(), acme.account(), "overview:read,SELF,MEMBER=" + mine);
        var told = overview(guide, Period.LAST_30);
        var at = Instant.parse(told.get("at").asString());

        assertThat(told.at("/newcomers/now").asLong())
                .isEqualTo(newcomers(begin(at, 30), at).stream()
                        .filter(person ->
                                past.members.get(person.first().member()).equals(mine))
                        .count());
        var other = past.members.getLast();
        assertThat(guide.get("/api/v1/overview/rows?figure=LOST&period=TODAY&member=" + other)
                        .statusCode())
                .isEqualTo(404);
    }

    private List<Person> newcomers(Instant from, Instant to) {
        return counted(person -> !person.existing()
                && person.first().addWay() < 201
                && isWithin(person.first().begun(), from, to));
    }

    private List<Person> lost(Instant from, Instant to) {
        return counted(person -> person.lostAt() != null && isWithin(person.lostAt(), from, to));
    }

    private List<Person> counted(Predicate<Person> which) {
        return past.people.stream().filter(which).toList();
    }

    private static boolean isWithin(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Instant begin(Instant at, int days) {
        LocalDate first = at.atZone(ZONE).toLocalDate().minusDays(days - 1L);
        return first.atStartOfDay(ZONE).toInstant();
    }

    private static int days(Period period) {
        return switch (period) {
            case TODAY -> 1;
            case LAST_7 -> 7;
            case LAST_30 -> 30;
        };
    }

    private static long sum(JsonNode rows, String figure) {
        long sum = 0;
        for (var row : rows) {
            sum += row.at(figure).asLong();
        }
        return sum;
    }

    private static JsonNode overview(Probing who, Period period) {
        var answer = who.get("/api/v1/overview?period=" + period);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<UUID> rows(Probing who, String query) {
        var ids = new ArrayList<UUID>();
        String cursor = "";
        do {
            var answer = who.get("/api/v1/overview/rows?limit=7&" + query + "&cursor=" + cursor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var page = JSON.readTree(answer.body());
            page.get("items")
                    .forEach(row -> ids.add(UUID.fromString(row.get("id").asString())));
            cursor = page.get("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }
}
