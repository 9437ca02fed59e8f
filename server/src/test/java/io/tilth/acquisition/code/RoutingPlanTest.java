package io.tilth.acquisition.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a code leads to: by rest, cap and load, and never to nobody. */
class RoutingPlanTest {

    private static final MemberId LIN = MemberId.next();
    private static final MemberId CHEN = MemberId.next();
    private static final MemberId GU = MemberId.next();
    private static final Set<MemberId> ALL = Set.of(LIN, CHEN);
    private static final Set<MemberId> ABLE = Set.of(LIN, CHEN, GU);

    @Test
    void leadsToEverybodyWhoWorks() {
        assertThat(plan(Set.of(), Map.of()).list(routing(Optional.empty(), true, false), ALL))
                .containsExactlyInAnyOrder(LIN, CHEN);
        assertThat(plan(Set.of(LIN), Map.of()).list(routing(Optional.empty(), true, false), ALL))
                .containsExactly(CHEN);
    }

    @Test
    void heedsRestOnlyWhereAsked() {
        assertThat(plan(Set.of(LIN), Map.of()).list(routing(Optional.empty(), false, false), ALL))
                .containsExactlyInAnyOrder(LIN, CHEN);
    }

    @Test
    void leadsToTheSpareOnceAllHaveReachedTheCap() {
        var routing = routing(Optional.of(15), false, false);
        assertThat(plan(Set.of(), Map.of(LIN, 15, CHEN, 14)).list(routing, ALL)).containsExactly(CHEN);
        assertThat(plan(Set.of(), Map.of(LIN, 16, CHEN, 15)).list(routing, ALL)).containsExactly(GU);
    }

    @Test
    void takesMembersOffBeforeTheCapInARush() {
        var routing = routing(Optional.of(15), false, false);
        var load = Map.of(LIN, 13, CHEN, 10);
        assertThat(new RoutingPlan(ABLE, Set.of(), load, 3).list(routing, ALL)).containsExactly(CHEN, LIN);
        assertThat(new RoutingPlan(ABLE, Set.of(), load, 4).list(routing, ALL)).containsExactly(CHEN);
        assertThat(new RoutingPlan(ABLE, Set.of(), load, 10).list(routing, ALL)).containsExactly(GU);
        assertThat(new RoutingPlan(ABLE, Set.of(), Map.of(), 500).list(routing, ALL))
                .as("however great the rush, everybody gets somebody")
                .containsExactlyInAnyOrder(LIN, CHEN);
    }

    @Test
    void letsWhoHadClearlyMoreWait() {
        var routing = routing(Optional.empty(), false, true);
        assertThat(plan(Set.of(), Map.of(LIN, 2)).list(routing, ALL)).containsExactly(CHEN, LIN);
        assertThat(plan(Set.of(), Map.of(LIN, 3)).list(routing, ALL)).containsExactly(CHEN);
    }

    @Test
    void goesOnWithTheOthersWhenSomebodyLeft() {
        var plan = new RoutingPlan(Set.of(CHEN, GU), Set.of(), Map.of(), 0);
        assertThat(plan.list(routing(Optional.empty(), false, false), ALL)).containsExactly(CHEN);
        var onlyTheSpare = new RoutingPlan(Set.of(GU), Set.of(), Map.of(), 0);
        assertThat(onlyTheSpare.list(routing(Optional.empty(), false, false), ALL))
                .containsExactly(GU);
    }

    @Test
    void ratherBreaksACapThanLeadNowhere() {
        var plan = new RoutingPlan(ALL, Set.of(LIN, CHEN), Map.of(LIN, 99, CHEN, 99), 0);
        assertThat(plan.list(routing(Optional.of(1), true, true), ALL)).containsExactlyInAnyOrder(LIN, CHEN);
    }

    @Test
    void leadsARetiredCodeToItsSpares() {
        assertThat(plan(Set.of(), Map.of()).list(routing(Optional.empty(), false, false), Set.of()))
                .containsExactly(GU);
    }

    @Test
    void namesNoMoreThanThePlatformTakes() {
        var many = IntStream.range(0, 130).mapToObj(i -> MemberId.next()).collect(Collectors.toSet());
        var load = many.stream().limit(30).collect(Collectors.toMap(one -> one, one -> 5));
        var list = new RoutingPlan(many, Set.of(), load, 0).list(routing(Optional.empty(), false, false), many);
        assertThat(list).hasSize(100).doesNotContainAnyElementsOf(load.keySet());
    }

    @Test
    void isNeverEmptyWhateverHappensAsLongAsSomebodyIsHere() {
        var people = List.of(LIN, CHEN, GU);
        for (int bits = 0; bits < 1 << 9; bits++) {
            var able = chosen(people, bits & 7);
            var plan = new RoutingPlan(
                    able, chosen(people, bits >> 3 & 7), Map.of(LIN, bits >> 6, CHEN, 1, GU, 9), bits % 5);
            var list = plan.list(routing(Optional.of(2), true, true), ALL);
            assertThat(list.isEmpty()).as("%s", plan).isEqualTo(able.isEmpty());
            assertThat(able).containsAll(list);
        }
    }

    @Test
    void refusesACapWithoutASpare() {
        assertThatThrownBy(() -> new Routing(ALL, Set.of(), Set.of(), Optional.of(5), false, false, true, false))
                .isInstanceOf(Refusal.class)
                .hasMessage("channel-code-without-spare");
        assertThatThrownBy(
                        () -> new Routing(Set.of(), Set.of(), Set.of(GU), Optional.empty(), false, false, true, false))
                .hasMessage("channel-code-without-member");
    }

    private static Set<MemberId> chosen(List<MemberId> people, int bits) {
        var some = new HashSet<MemberId>();
        for (int i = 0; i < people.size(); i++) {
            if ((bits >> i & 1) == 1) {
                some.add(people.get(i));
            }
        }
        return some;
    }

    private static RoutingPlan plan(Set<MemberId> resting, Map<MemberId, Integer> load) {
        return new RoutingPlan(ABLE, resting, load, 0);
    }

    private static Routing routing(Optional<Integer> cap, boolean byRest, boolean balanced) {
        return new Routing(ALL, Set.of(), Set.of(GU), cap, byRest, balanced, true, false);
    }
}
