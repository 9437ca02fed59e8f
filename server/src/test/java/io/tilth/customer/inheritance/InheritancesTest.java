package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Follows.Followed;
import io.tilth.customer.GroupChats;
import io.tilth.kernel.Probing;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTransfers.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InheritancesTest extends InheritanceKit {

    @Test
    void handsAllOverAHundredAtATimeAndWaitsADay() {
        var id = start(lin, null, false);

        var next = goOn(id);

        assertThat(platform.sizes).containsExactly(100, 100, 50);
        assertThat(shown(id).at("/state").asString()).isEqualTo("WAITING");
        assertThat(counts(id)).isEqualTo("250 0 250 0 0 0");
        assertThat(next.orElseThrow()).isAfter(clock.instant().plus(Duration.ofHours(2)));
        assertThat(Instant.parse(shown(id).at("/effectiveAt").asString()))
                .isAfter(clock.instant().plus(Duration.ofHours(23)));

        clock.forward(Duration.ofHours(25));
        platform.refuse("wm3");
        platform.full("wm4");
        assertThat(goOn(id)).isEmpty();
        assertThat(shown(id).at("/state").asString()).isEqualTo("DONE");
        assertThat(counts(id)).isEqualTo("250 248 0 1 1 0");
        assertThat(items(id, "REFUSED").at("/items/0/reason").asString()).contains("refused");
    }

    @Test
    void givesWhatDidNotGoToAnother() {
        var id = start(lin, null, false);
        goOn(id);
        platform.refuse("wm3");
        clock.forward(Duration.ofHours(25));
        goOn(id);
        var refused = items(id, "REFUSED").at("/items/0/id").asString();

        var anew = reassign(id, refused, chen);

        assertThat(anew.statusCode()).as(anew.body()).isEqualTo(201);
        var second = new JsonMapper().readTree(anew.body());
        assertThat(second.at("/to/name").asString()).isEqualTo("陈燕");
        assertThat(second.at("/customers/total").asInt()).isEqualTo(1);
        assertThat(reassign(id, refused, chen).body()).contains("inheritance-item-settled");
        var done = items(id, "DONE").at("/items/0/id").asString();
        assertThat(reassign(id, done, chen).body()).contains("inheritance-item-settled");
    }

    @Test
    void saysOfEachCustomerWhyItCouldNotBegin() {
        platform.codes.putAll(Map.of("wm0", 40096, "wm1", 40099));
        var id = start(lin, friends.subList(0, 3), false);
        goOn(id);

        assertThat(counts(id)).isEqualTo("3 0 1 0 1 1");
        assertThat(items(id, "FAILED").at("/items/0/reason").asString()).contains("does not know this customer");
    }

    @Test
    void looksUpWhatWasSentBeforeACrashRatherThanSendingItAgain() {
        platform.dieAfterDoing = true;
        var id = start(lin, null, false);
        assertThat(goOn(id)).isPresent();
        assertThat(counts(id)).isEqualTo("250 0 250 0 0 0");

        platform.dieAfterDoing = false;
        goOn(id);

        assertThat(platform.begun).hasSize(250);
        assertThat(platform.sizes).containsExactly(100, 100, 50);
        assertThat(shown(id).at("/state").asString()).isEqualTo("WAITING");
    }

    @Test
    void tellsWhyWecomRefusedAllAndTriesLaterWhenThatHelps() {
        doThrow(new WecomRefusal("externalcontact/transfer_customer", 40098, WecomRefusal.Kind.REQUEST, "name"))
                .when(wecom)
                .customers(any(), any(), any(), any(), any());
        var refused = start(lin, friends.subList(0, 2), false);
        assertThat(goOn(refused)).isEmpty();
        assertThat(counts(refused)).isEqualTo("2 0 0 0 0 2");

        doThrow(new WecomRefusal("externalcontact/transfer_customer", 45009, WecomRefusal.Kind.OVER_LIMIT, "limit"))
                .when(wecom)
                .customers(any(), any(), any(), any(), any());
        var later = start(chen, friends.subList(2, 4), false);
        assertThat(goOn(later)).isPresent();
        assertThat(counts(later)).isEqualTo("2 0 2 0 0 0");
    }

    @Test
    void handsGroupsOverThreeHundredADay() {
        var owned = IntStream.range(0, 320)
                .mapToObj(i -> new GroupChats.Owned(UUID.randomUUID(), "wr" + i, "群 " + i))
                .toList();
        doReturn(owned).when(groups).ownedBy(zhou.id());
        platform.codes.put("wr5", 90503);
        var id = start(lin, List.of(friends.getFirst()), true);

        var next = goOn(id);

        assertThat(shown(id).at("/groups/done").asInt()).isEqualTo(299);
        assertThat(shown(id).at("/groups/failed").asInt()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), next.orElseThrow())).isLessThan(Duration.ofHours(25));
        clock.forward(Duration.ofHours(25));
        goOn(id);
        assertThat(shown(id).at("/groups/done").asInt()).isEqualTo(319);
        assertThat(items(id, "FAILED").at("/items/0/group/name").asString()).isEqualTo("群 5");
    }

    @Test
    void startsNothingTwiceNorWhatMakesNoSense() {
        start(lin, null, false);

        assertThat(send(Kind.ON_JOB, zhou, chen, null, false).body()).contains("inheritance-nothing");
        assertThat(send(Kind.ON_JOB, zhou, zhou, null, false).body()).contains("inheritance-to-oneself");
        assertThat(send(Kind.RESIGNED, zhou, lin, null, false).body()).contains("inheritance-still-here");
        var strangers = List.of(new Followed(FollowId.next(), CustomerId.next(), "wm999"));
        assertThat(send(Kind.ON_JOB, zhou, chen, strangers, false).body()).contains("inheritance-customer-not-theirs");
        leaves(chen);
        assertThat(send(Kind.ON_JOB, zhou, chen, null, false).body()).contains("inheritance-heir-left");
    }

    @Test
    void listsWhoLeftWithCustomersInTheirHands() {
        when(followed.count(any())).thenReturn(Map.of(zhou.id(), 250));
        doReturn(Map.of(zhou.id(), 4)).when(groups).orphaned();
        leaves(zhou);

        var unassigned = json(manager.get("/api/v1/inheritances/unassigned"));

        assertThat(unassigned).hasSize(1);
        assertThat(unassigned.at("/0/member/name").asString()).isEqualTo("周磊");
        assertThat(unassigned.at("/0/member/leftAt").asString()).isNotEmpty();
        assertThat(unassigned.at("/0/customers").asInt()).isEqualTo(250);
        assertThat(unassigned.at("/0/groups").asInt()).isEqualTo(4);
        assertThat(send(Kind.RESIGNED, zhou, lin, null, false).statusCode()).isEqualTo(201);
    }

    @Test
    void showsAManagerTheirOwnPeopleAlone() {
        var id = start(lin, null, false);
        var other = new Probing(
                port,
                acme,
                UUID.randomUUID(),
                "inheritance:read,inheritance:write,SELF,MEMBER=" + chen.id().value());

        assertThat(other.get("/api/v1/inheritances").body()).isEqualTo("[]");
        assertThat(other.get("/api/v1/inheritances/" + id).statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v1/inheritances/" + id + "/items").statusCode())
                .isEqualTo(404);
        assertThat(Probing.on(port, "inheritance:read")
                        .get("/api/v1/inheritances/" + id)
                        .statusCode())
                .isEqualTo(404);
    }
}
