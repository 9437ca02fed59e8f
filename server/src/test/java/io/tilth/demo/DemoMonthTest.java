package io.tilth.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.MaterialId;
import io.tilth.customer.Follows;
import io.tilth.customer.Sandboxed;
import io.tilth.customer.Scores;
import io.tilth.customer.Stages;
import io.tilth.customer.Timeline;
import io.tilth.customer.Visitors;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoCast.Reading;
import io.tilth.demo.DemoStage.Pair;
import io.tilth.directory.MemberId;
import io.tilth.directory.Rests;
import io.tilth.kernel.Probing;
import io.tilth.tracking.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The demo's month with a few people: what the pages then show is what it promises. */
class DemoMonthTest extends Sandboxed {

    private static final DemoFigures FEW = new DemoFigures(60, 40, 20, 12, 26, 3, 0, 0, 0, Map.of(), 9, 0);

    @Autowired
    Past.Sending sending;

    @Autowired
    Past.Reading reading;

    @Autowired
    Past.Answering answering;

    @Autowired
    Visitors visitors;

    @Autowired
    Stages stages;

    @Autowired
    Scores scores;

    @Autowired
    Timeline timeline;

    @Autowired
    Rests rests;

    @Autowired
    Follows follows;

    @Test
    void showsWhatItPromisesAndTellsNobody() {
        seed(3, 60);
        sync();
        var now = Instant.now();
        var cast = in(this::cast);
        play(cast, now);
        play(cast, now); // a second start finds it there

        var marketer = new Probing(port, acme.tenant(), UUID.randomUUID(), "overview:read");
        var funnel = new JsonMapper()
                .readTree(marketer.get("/api/v1/overview/funnel?period=LAST_30").body());
        assertThat(List.of("shared", "opened", "read", "contacted"))
                .extracting(step -> funnel.at("/" + step + "/now").asInt())
                .containsExactly(60, 40, 20, 12);
        assertThat(count("tracking.alert where tenant_id = :tenant")).isEqualTo(26);
        assertThat(count("tracking.alert where tenant_id = :tenant and certainty = 'LIKELY'"))
                .isEqualTo(3);
        assertThat(count("tracking.visit where tenant_id = :tenant and certainty = 'VISITOR'"))
                .isEqualTo(9);
        assertThat(count("directory.notice where tenant_id = :tenant")).isZero();
        assertThat(count("tracking.alert where tenant_id = :tenant and (due_at is not null or digest_at is not null)"))
                .isZero();
    }

    private void play(DemoCast cast, Instant now) {
        var doors = new DemoStage.Doors(sending, reading, answering, visitors, stages, scores, timeline, rests);
        var stage = new DemoStage(doors);
        new DemoMonth(cast, FEW, now).plot().days(now).values().forEach(day -> in(() -> DemoHistory.play(stage, day)));
    }

    private DemoCast cast() {
        var friends = new ArrayList<Friend>();
        jdbc.sql("select id from directory.member where tenant_id = :tenant order by user_id")
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .list()
                .forEach(member -> follows.of(member).stream()
                        .filter(one -> friends.stream()
                                .noneMatch(known -> known.pair().customer().equals(one.customer())))
                        .forEach(one -> friends.add(new Friend(
                                new Pair(one.customer(), member),
                                "",
                                Optional.empty(),
                                "",
                                friends.size() % 10 / 10.0))));
        var materials = List.of(material("全屋报价单", true), material("118㎡ 收纳", false), material("阳台", false));
        return new DemoCast(List.of(), friends, materials);
    }

    private Reading material(String title, boolean priced) {
        var id = MaterialId.next();
        jdbc.sql("""
                insert into content.material (tenant_id, id, kind, state, draft, published, created_by, created_at,
                    updated_at)
                values (:tenant, :id, 'LINK', 'PUBLISHED', 1, 1, 'Lin', now(), now())
                """).param("id", id.value()).update();
        jdbc.sql("""
                insert into content.material_version (tenant_id, material_id, number, title, description, priced,
                    content, saved_by, saved_at)
                values (:tenant, :id, 1, :title, '', :priced, '{}', 'Lin', now())
                """)
                .param("id", id.value())
                .param("title", title)
                .param("priced", priced)
                .update();
        return new Reading(title, id, priced, 0);
    }
}
