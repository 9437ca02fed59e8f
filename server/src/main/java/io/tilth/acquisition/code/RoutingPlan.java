package io.tilth.acquisition.code;

import io.tilth.acquisition.code.ChannelCode.Routing;
import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides who is on a code's list now. Whatever is left of the members, a list is never empty as long as anybody of the
 * code works here: a printed code must lead to somebody.
 *
 * @param able who works here and may have customers
 * @param resting who does not work at the moment
 * @param load how many each got by this code today
 * @param coming how many more will have come before WeCom has heard of this list
 */
record RoutingPlan(Set<MemberId> able, Set<MemberId> resting, Map<MemberId, Integer> load, int coming) {

    /** WeCom's own. */
    static final int MOST = 100;

    /** How far ahead of the others somebody may get before they wait: fewer changes of the list. */
    private static final int AHEAD = 2;

    /** @param all the members, also those of the departments; empty once the code is retired or over */
    List<MemberId> list(Routing routing, Set<MemberId> all) {
        var here = only(all, able::contains);
        return sorted(firstOf(
                chosen(routing, here),
                only(routing.spares(), able::contains),
                here,
                only(routing.members(), able::contains)));
    }

    /** As {@link #list} where a page chooses: nobody ever passes the cap, so there may be nobody left. */
    List<MemberId> room(Routing routing, Set<MemberId> all) {
        var here = only(all, able::contains);
        return sorted(firstOf(chosen(routing, here), only(routing.spares(), able::contains), free(routing, here)));
    }

    private List<MemberId> chosen(Routing routing, List<MemberId> here) {
        var working = routing.byRest() ? only(here, member -> !resting.contains(member)) : here;
        var free = free(routing, working);
        return routing.balanced() ? balanced(free) : free;
    }

    private List<MemberId> free(Routing routing, List<MemberId> some) {
        return routing.dailyCap().map(cap -> below(cap, some)).orElse(some);
    }

    private List<MemberId> sorted(List<MemberId> some) {
        return some.stream()
                .sorted(Comparator.comparing(this::had).thenComparing(MemberId::value))
                .limit(MOST)
                .toList();
    }

    /** In a rush a member is taken off early: those who are on their way come all the same. */
    private List<MemberId> below(int cap, List<MemberId> some) {
        var free = only(some, member -> had(member) < cap);
        int each = free.isEmpty() ? 0 : Math.min(coming / free.size(), cap - 1);
        return only(free, member -> had(member) + each < cap);
    }

    private List<MemberId> balanced(List<MemberId> some) {
        int least = some.stream().mapToInt(this::had).min().orElse(0);
        return only(some, member -> had(member) <= least + AHEAD);
    }

    private int had(MemberId member) {
        return load.getOrDefault(member, 0);
    }

    @SafeVarargs
    private static List<MemberId> firstOf(List<MemberId>... lists) {
        return List.of(lists).stream()
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<MemberId> only(Collection<MemberId> some, Predicate<MemberId> who) {
        return some.stream().filter(who).toList();
    }
}
