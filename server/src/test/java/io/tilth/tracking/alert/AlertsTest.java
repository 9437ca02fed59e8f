package io.tilth.tracking.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertsTest extends AlertKit {

    @Test
    void tellsWhoReadsWhatAndWhatToSay() {
        by(wang).opens();
        assertThat(open(lin).size()).isZero();
        by(wang).stays();

        assertThat(rung(lin)).singleElement().asString().contains("王女士", "收纳怎么做");
        var id = open(lin).at("/0/id").asString();
        var alert = json(as(lin, "alert:read").get("/api/v1/alerts/" + id));
        assertThat(alert.at("/customer/name").asString()).isEqualTo("王女士");
        assertThat(alert.at("/level").asString()).isEqualTo("ORDINARY");
        assertThat(alert.at("/seconds").asInt()).isEqualTo(10);
        assertThat(alert.at("/suggestion/sentence").asString()).isNotEmpty().doesNotContain("看到", "在看");
        assertThat(phoneOf(lin).getFirst().message().link().orElseThrow().getPath())
                .isEqualTo("/w/alerts/" + id);
    }

    @Test
    void alertsNobodyOfAVisitorWithoutAName() {
        by(wang).surely(Certainty.VISITOR).prices().opens().does(Deed.PHONE_LEFT, 30);
        assertThat(all(lin).size()).isZero();
    }

    @Test
    void saysThatItOnlyMayBeThem() {
        by(wang).surely(Certainty.LIKELY).stays();
        assertThat(rung(lin)).singleElement().asString().startsWith("可能是王女士");
        by(wang).surely(Certainty.SELF).does(Deed.READ, 40);
        assertThat(open(lin).at("/0/certainty").asString()).isEqualTo("SELF");
    }

    @Test
    void knowsWhatMustBeAnsweredAtOnce() {
        for (var told : List.of(
                by(customer("打开报价", lin)).prices().opens(),
                by(customer("隔三天报价", lin)).prices().after(3).opens(),
                by(customer("隔两周文章", lin)).after(14).opens(),
                by(customer("点电话", lin)).does(Deed.CALL_TAPPED, 4),
                by(customer("留电话", lin)).way(Way.BROADCAST).does(Deed.PHONE_LEFT, 4))) {
            assertThat(told).isNotNull();
        }
        by(customer("隔十三天文章", lin)).after(13).opens();

        assertThat(open(lin).size()).isEqualTo(5);
        open(lin).forEach(alert -> assertThat(alert.at("/level").asString()).isEqualTo("IMMEDIATE"));
        assertThat(json(as(lin, "alert:read").get("/api/v1/alerts"))
                        .at("/items/1/cause")
                        .asString())
                .isEqualTo("CONTACT_TAPPED");
    }

    @Test
    void makesOneAlertOfWhatACustomerDoesWithinTenMinutes() {
        by(wang).stays();
        assertThat(rung(lin)).hasSize(1);
        forward(9);
        by(wang).does(Deed.READ, 45);
        forward(9);
        by(wang).stays();

        assertThat(rung(lin)).hasSize(1);
        assertThat(open(lin).size()).isEqualTo(1);
        forward(11);
        by(wang).stays();
        assertThat(open(lin).size()).isEqualTo(2);
        assertThat(rung(lin)).hasSize(2);
    }

    /** Whoever answers it answers for both: figures count both shares as followed by a contact. */
    @Test
    void keepsInMindWhatItSpokeOfBeforeItWentOnToAnotherShare() {
        var first = ShareId.next();
        var second = ShareId.next();
        by(wang).of(first).stays().does(Deed.READ, 40);
        forward(2);
        by(wang).of(second).prices().opens().does(Deed.READ, 35);

        assertThat(open(lin).size()).isEqualTo(1);
        var spoken = in(() -> jdbc.sql("select share_id from tracking.alert_share where tenant_id = :tenant")
                .query(UUID.class)
                .list());
        assertThat(spoken).containsExactly(first.value());
    }

    @Test
    void endsAMergeAfterThirtyMinutesHoweverBusyTheReader() {
        for (int minute = 0; minute < 36; minute += 9) {
            by(wang).stays();
            forward(9);
        }
        assertThat(open(lin).size()).isEqualTo(1);
        by(wang).stays();
        assertThat(open(lin).size()).isEqualTo(2);
    }

    @Test
    void ringsASecondTimeOnlyWhenItBecomesPressing() {
        by(wang).stays();
        assertThat(rung(lin)).hasSize(1);
        forward(2);
        by(wang).prices().opens();
        assertThat(rung(lin)).hasSize(2).last().asString().contains("衣柜价目表");
        forward(2);
        by(wang).does(Deed.CALL_TAPPED, 5);
        by(wang).prices().does(Deed.PAGE_STUDIED, 70);

        assertThat(rung(lin)).hasSize(2);
        assertThat(open(lin).size()).isEqualTo(1);
        assertThat(open(lin).at("/0/page").asInt()).isEqualTo(3);
    }

    @Test
    void keepsToSixAnHourAndSumsUpTheRest() {
        for (int i = 0; i < 9; i++) {
            by(customer("客户" + i, lin)).stays();
            settle(lin);
        }
        assertThat(rung(lin)).hasSize(6);
        by(customer("急", lin)).does(Deed.PHONE_LEFT, 5);
        assertThat(rung(lin)).hasSize(7);

        clock.to(at("23T11:29"));
        look();
        assertThat(rung(lin)).hasSize(7);
        clock.to(at("23T11:30"));
        look();
        assertThat(rung(lin)).hasSize(8).last().asString().startsWith("3 位客户");
        look();
        assertThat(rung(lin)).hasSize(8);
    }

    @Test
    void keepsToThirtyADay() {
        clock.to(at("23T09:00"));
        for (int hour = 0; hour < 7; hour++) {
            for (int i = 0; i < 6; i++) {
                by(customer("客户" + hour + i, lin)).stays();
                settle(lin);
            }
            clock.forward(Duration.ofMinutes(62));
        }
        assertThat(rung(lin)).hasSize(30);
        clock.to(at("24T09:00"));
        by(wang).stays();
        assertThat(rung(lin)).hasSize(31);
    }

    @Test
    void sumsUpWhatWasSentToManyAndNamesTheHottestFive() {
        for (var way : List.of(Way.BROADCAST, Way.MOMENT, Way.GROUP, Way.OPEN)) {
            by(customer("群发" + way, lin)).way(way).stays();
        }
        by(customer("另一位", lin)).way(Way.MOMENT).stays();
        by(customer("第六位", lin)).way(Way.MOMENT).stays();
        assertThat(rung(lin)).isEmpty();
        assertThat(open(lin).size()).isEqualTo(6);

        clock.to(at("23T11:31"));
        look();
        settle(lin);
        var message = phoneOf(lin).getFirst().message();
        assertThat(message.title()).startsWith("6 位客户");
        assertThat(message.text().split("、")).hasSize(5);
    }

    @Test
    void staysQuietAtNightAndSumsUpInTheMorning() {
        clock.to(at("23T22:00"));
        by(wang).stays();
        by(customer("李女士", lin)).prices().opens();
        assertThat(rung(lin)).isEmpty();
        assertThat(open(lin).size()).isEqualTo(2);

        clock.to(at("24T08:30"));
        look();
        assertThat(rung(lin)).singleElement().asString().startsWith("2 条");
        clock.to(at("24T09:14"));
        look();
        assertThat(rung(zhao)).isEmpty();
    }

    @Test
    void expiresAfterADay() {
        by(wang).stays();
        clock.forward(Duration.ofHours(24).plusMinutes(1));
        look();
        assertThat(open(lin).size()).isZero();
        assertThat(all(lin).at("/0/state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void followsWhatTheCompanySays() {
        var setting = acme.get("/api/v1/alert-settings").body();
        assertThat(setting).contains("\"digests\":[\"11:30\",\"17:30\"]", "\"quietFrom\":\"21:30\"");
        var changed = acme.put(
                "/api/v1/alert-settings",
                setting.replace("\"onPriced\":true", "\"onPriced\":false")
                        .replace("\"readSeconds\":10", "\"readSeconds\":30")
                        .replace("\"quietFrom\":\"21:30\"", "\"quietFrom\":\"20:00\""));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(acme.put("/api/v1/alert-settings", setting).statusCode()).isEqualTo(409);

        by(wang).prices().opens().stays();
        assertThat(open(lin).size()).isZero();
        by(wang).does(Deed.READ, 31);
        assertThat(rung(lin)).hasSize(1);
        clock.to(at("23T20:30"));
        by(wang).does(Deed.READ, 31);
        assertThat(rung(lin)).hasSize(1);
    }
}
