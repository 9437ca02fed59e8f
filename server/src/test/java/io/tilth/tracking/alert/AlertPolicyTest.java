package io.tilth.tracking.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.directory.Notices.Quiet;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of alerts whatever customers do, and whenever they do it. */
class AlertPolicyTest extends AlertKit {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int EVENTS = 120;
    private static final List<Deed> DEEDS = List.of(
            Deed.OPENED,
            Deed.STAYED,
            Deed.STAYED,
            Deed.READ,
            Deed.READ_LONG,
            Deed.CALL_TAPPED,
            Deed.FORWARD_READ,
            Deed.ENDED);

    @ParameterizedTest
    @ValueSource(longs = {7, 20_261_123})
    void holdsWhateverCustomersDo(long seed) {
        var dice = new Random(seed);
        var customers = Stream.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")
                .map(name -> customer(name, lin))
                .toList();
        for (int i = 0; i < EVENTS; i++) {
            clock.forward(
                    dice.nextInt(12) == 0
                            ? Duration.ofMinutes(dice.nextInt(300))
                            : Duration.ofSeconds(dice.nextInt(240)));
            somebodyDoesSomething(customers, dice);
            look();
            settle(lin);
        }

        assertThat(ordinaryPushes()).isNotEmpty();
        nobodyIsDisturbedInQuietHours();
        nobodyHasMoreThanSixAnHour();
        customersDoNotAlertTwiceWithinTenMinutes();
        everyAlertIsToldByTheNextDigest();
    }

    private void somebodyDoesSomething(List<CustomerId> customers, Random dice) {
        var told = by(customers.get(dice.nextInt(customers.size())))
                .way(dice.nextInt(4) == 0 ? Way.BROADCAST : Way.ONE_TO_ONE);
        if (dice.nextInt(5) == 0) {
            told = told.prices();
        }
        told.does(DEEDS.get(dice.nextInt(DEEDS.size())), 5 + dice.nextInt(60));
    }

    private void nobodyIsDisturbedInQuietHours() {
        assertThat(phoneOf(lin))
                .isNotEmpty()
                .noneMatch(rung -> Quiet.USUAL.covers(rung.at().atZone(SHANGHAI).toLocalTime()));
    }

    /** Counted anew from what is stored: by the hour, pushes that were neither held nor pressing. */
    private void nobodyHasMoreThanSixAnHour() {
        var pushes = ordinaryPushes();
        for (var push : pushes) {
            assertThat(pushes.stream()
                            .filter(other -> !other.isAfter(push) && other.isAfter(push.minus(Duration.ofHours(1)))))
                    .hasSizeLessThanOrEqualTo(6);
        }
    }

    private void customersDoNotAlertTwiceWithinTenMinutes() {
        var opened = new ArrayList<Instant>();
        CustomerId last = null;
        for (var alert : stored()) {
            if (!alert.customer().equals(last)) {
                opened.clear();
            }
            last = alert.customer();
            assertThat(opened)
                    .noneMatch(
                            before -> Duration.between(before, alert.openedAt()).compareTo(Duration.ofMinutes(10)) < 0);
            opened.add(alert.openedAt());
        }
    }

    private void everyAlertIsToldByTheNextDigest() {
        clock.forward(Duration.ofHours(23));
        look();
        settle(lin);
        assertThat(stored().stream()
                        .filter(alert -> alert.state() != AlertState.EXPIRED)
                        .flatMap(alert -> alert.push().digestAt().stream()))
                .allMatch(at -> at.isAfter(clock.instant()));
        assertThat(staff.single(
                        tenant(),
                        "select count(*) from directory.notice where tenant_id = :tenant and state = 'FAILED'",
                        Integer.class))
                .isZero();
    }

    private List<Instant> ordinaryPushes() {
        return stored().stream()
                .filter(alert -> alert.push().counts())
                .flatMap(alert -> alert.push().at().stream())
                .toList();
    }

    private List<Alert> stored() {
        return in(() -> jdbc.sql("select " + AlertRepository.COLUMNS
                        + " from tracking.alert a where a.tenant_id = :tenant order by a.customer_id, a.opened_at")
                .query(AlertRepository::alert)
                .list());
    }

    @Test
    void leavesAloneWhoAskedForQuietUntilTheyAskForUs() {
        run("insert into customer.quiet (tenant_id, customer_id, asked_at) values (:tenant, '" + wang.value()
                + "', now())");
        by(wang).prices().opens().stays();
        assertThat(open(lin)).isEmpty();

        by(wang).prices().does(Deed.CALL_TAPPED, 20);
        assertThat(open(lin)).hasSize(1);
        assertThat(open(lin).at("/0/suggestion/materialId").isNull()).isTrue();
    }

    @Test
    void suggestsWhatTheCustomerHasNotReadYet() {
        by(wang).prices().opens();

        assertThat(open(lin).at("/0/suggestion/materialId").asString())
                .isEqualTo(article.value().toString());
        assertThat(open(lin).at("/0/suggestion/materialTitle").asString()).isEqualTo("收纳怎么做");
    }
}
