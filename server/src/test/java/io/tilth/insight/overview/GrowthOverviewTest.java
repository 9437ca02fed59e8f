package io.tilth.insight.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Every figure is what somebody would get who went through the rows with a pencil. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
@TestInstance(Lifecycle.PER_CLASS)
class GrowthOverviewTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    private Probing acme;
    private Past past;
    private PastReading reading;

    @BeforeAll
    void happen() {
        acme = Probing.on(port, "overview:read");
        past = new Past(directories, jdbc, acme.tenant(), Instant.now());
        past.happen(250);
        reading = new PastReading(jdbc, past, Instant.now());
        directories.in(acme.tenant(), () -> {
            reading.happen(600);
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void countsWhoComesAndGoes(Period period) {
        var told = new Told(acme).overview(period);
        var pencil = pencil(told);
        long newcomers = pencil.newcomers(pencil.now(period)).size();
        long lost = pencil.lost(pencil.now(period)).size();

        assertThat(told.at("/newcomers/now").asLong()).isEqualTo(newcomers);
        assertThat(told.at("/newcomers/before").asLong())
                .isEqualTo(pencil.newcomers(pencil.before(period)).size());
        assertThat(told.at("/lost/now").asLong()).isEqualTo(lost);
        assertThat(told.at("/net/now").asLong()).isEqualTo(newcomers - lost);
        assertThat(Told.sum(told.get("curve"), "/newcomers")).isEqualTo(newcomers);
        assertThat(Told.sum(told.get("curve"), "/lost")).isEqualTo(lost);
    }

    @Test
    void countsPeopleAndFriendshipsApart() {
        var told = new Told(acme).overview(Period.TODAY);
        var pencil = pencil(told);

        assertThat(told.get("customers").asLong()).isEqualTo(pencil.friends().size());
        assertThat(told.get("friendships").asLong()).isEqualTo(pencil.friendships());
    }

    @Test
    void countsEachPersonForTheChannelThatBroughtThemAndForThoseAboveIt() {
        var told = new Told(acme).overview(Period.LAST_30);
        var pencil = pencil(told);
        var span = pencil.now(Period.LAST_30);
        for (int channel : List.of(-1, 0, 1, 2, 3)) {
            var row = channel(told, channel);
            var query = channel < 0 ? "&withoutChannel=true" : "&channel=" + past.channels.get(channel);
            var newcomers = Pencil.by(channel, pencil.newcomers(span));
            var lost = Pencil.by(channel, pencil.lost(span));
            var friends = Pencil.by(channel, pencil.friends());
            assertThat(row.at("/newcomers/now").asInt()).isEqualTo(newcomers.size());
            assertThat(row.at("/newcomers/before").asInt())
                    .isEqualTo(Pencil.by(channel, pencil.newcomers(pencil.before(Period.LAST_30)))
                            .size());
            assertThat(row.at("/lost/now").asInt()).isEqualTo(lost.size());
            assertThat(row.get("friends").asInt()).isEqualTo(friends.size());
            assertThat(rows(Figure.NEWCOMERS, query)).hasSameSizeAs(newcomers);
            assertThat(rows(Figure.LOST, query)).hasSameSizeAs(lost);
            assertThat(rows(Figure.FRIENDS, query)).hasSameSizeAs(friends);
        }
        assertThat(told.get("channels")
                        .valueStream()
                        .map(one -> one.get("depth").asInt()))
                .containsExactlyInAnyOrder(0, 1, 1, 0, 0);
    }

    @Test
    void countsEachPersonOnceForAShop() {
        var told = new Told(acme).overview(Period.LAST_30);
        var pencil = pencil(told);

        assertThat(told.get("shops")).hasSize(Past.SHOPS);
        for (var row : told.get("shops")) {
            var shop = UUID.fromString(row.get("id").asString());
            var query = "&shop=" + shop;
            var newcomers = pencil.newcomers(pencil.now(Period.LAST_30)).stream()
                    .filter(person -> pencil.isOf(shop, pencil.member(person.first())))
                    .toList();
            assertThat(row.at("/newcomers/now").asInt()).isEqualTo(newcomers.size());
            assertThat(row.get("friends").asInt())
                    .isEqualTo(pencil.friendsOf(shop).size());
            assertThat(rows(Figure.NEWCOMERS, query)).hasSameSizeAs(newcomers);
            assertThat(rows(Figure.LOST, query)).hasSize(row.at("/lost/now").asInt());
            assertThat(rows(Figure.FRIENDS, query)).hasSize(row.get("friends").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void followsEachShareAsFarAsItCame(Period period) {
        var told = new Told(acme).funnel(period);
        var pencil = pencil(told);
        for (var span : List.of(pencil.now(period), pencil.before(period))) {
            var when = span.equals(pencil.now(period)) ? "/now" : "/before";
            assertThat(told.at("/shared" + when).asInt())
                    .isEqualTo(pencil.shared(span).size());
            assertThat(told.at("/opened" + when).asInt())
                    .isEqualTo(pencil.opened(span).size());
            assertThat(told.at("/read" + when).asInt())
                    .isEqualTo(pencil.read(span).size());
            assertThat(told.at("/contacted" + when).asInt())
                    .isEqualTo(pencil.contacted(span).size());
        }
        if (period == Period.LAST_30) {
            assertThat(pencil.contacted(pencil.now(period)))
                    .hasSizeGreaterThan(10)
                    .anyMatch(share -> reading.alerts.stream().noneMatch(alert -> alert.share() == share));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEWCOMERS,LAST_30", "SHARED,LAST_30", "OPENINGS,LAST_30", "ANSWERED,LAST_30",
        "SHARED,LAST_7", "OPENINGS,LAST_7", "ANSWERED,LAST_7", "OPENINGS,TODAY"
    })
    void ranksByWhatEachIsCreditedWith(Ranking.By by, Period period) {
        var told = new Told(acme).ranking(period, by, Ranking.Of.MEMBERS);
        var pencil = pencil(told);
        var credited = pencil.credited(by, pencil.now(period));
        var before = pencil.credited(by, pencil.before(period));

        assertThat(Told.sum(told.get("rows"), "/change/now")).isEqualTo(credited.size());
        for (var row : told.get("rows")) {
            var member = UUID.fromString(row.get("id").asString());
            assertThat(row.at("/change/now").asInt()).isEqualTo(Collections.frequency(credited, member));
            assertThat(row.at("/change/before").asInt()).isEqualTo(Collections.frequency(before, member));
        }
        assertThat(told.get("rows")
                        .valueStream()
                        .map(row -> row.at("/change/now").asInt()))
                .isSortedAccordingTo(Collections.reverseOrder());
        var shops = new Told(acme).ranking(period, by, Ranking.Of.SHOPS);
        assertThat(Told.sum(shops.get("rows"), "/change/now")).isEqualTo(credited.size());
    }

    @Test
    void ranksByWhatRemainsOnceTheLostAreTakenAway() {
        var told = new Told(acme).ranking(Period.LAST_30, Ranking.By.NET, Ranking.Of.MEMBERS);
        var pencil = pencil(told);
        var came = pencil.credited(Ranking.By.NEWCOMERS, pencil.now(Period.LAST_30));
        var left = pencil.lost(pencil.now(Period.LAST_30)).stream()
                .map(pencil::left)
                .toList();

        assertThat(told.get("rows")).isNotEmpty();
        for (var row : told.get("rows")) {
            var member = UUID.fromString(row.get("id").asString());
            assertThat(row.at("/change/now").asInt())
                    .isEqualTo(Collections.frequency(came, member) - Collections.frequency(left, member));
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void listsTheVeryRowsThatItCounts(Figure figure) {
        assertThat(rows(figure, "")).isNotEmpty().hasSize((int) new Told(acme).shown(figure, Period.LAST_30));
    }

    @Test
    void showsAGuideTheirOwnFiguresAlone() {
        var mine = past.members.getFirst();
        var guide = new Probing(port, acme.tenant(), acme.account(), "overview:read,SELF,MEMBER=" + mine);
        var told = new Told(guide).overview(Period.LAST_30);
        var pencil = pencil(told);
        var span = pencil.now(Period.LAST_30);

        assertThat(told.at("/newcomers/now").asLong())
                .isEqualTo(Collections.frequency(pencil.credited(Ranking.By.NEWCOMERS, span), mine));
        assertThat(new Told(guide).funnel(Period.LAST_30).at("/shared/now").asLong())
                .isEqualTo(Collections.frequency(pencil.credited(Ranking.By.SHARED, span), mine));
        for (var by : Ranking.By.values()) {
            assertThat(new Told(guide)
                            .ranking(Period.LAST_30, by, Ranking.Of.MEMBERS)
                            .get("rows")
                            .valueStream()
                            .map(row -> row.get("id").asString()))
                    .containsOnly(mine.toString());
        }
        for (var figure : Figure.values()) {
            assertThat(new Told(guide).rows(figure, Period.LAST_30, ""))
                    .hasSize((int) new Told(guide).shown(figure, Period.LAST_30));
        }
        var other = past.members.getLast();
        assertThat(guide.get("/api/v1/overview/rows?figure=LOST&period=TODAY&member=" + other)
                        .statusCode())
                .isEqualTo(404);
    }

    private Pencil pencil(JsonNode told) {
        return new Pencil(past, reading, Instant.parse(told.get("at").asString()));
    }

    private JsonNode channel(JsonNode told, int channel) {
        var id = channel < 0 ? null : past.channels.get(channel).toString();
        return told.get("channels")
                .valueStream()
                .filter(row -> id == null
                        ? row.get("id").isNull()
                        : id.equals(row.get("id").asString("")))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> rows(Figure figure, String more) {
        return new Told(acme).rows(figure, Period.LAST_30, more);
    }
}
