package io.tilth.customer.inheritance;

import io.tilth.customer.inheritance.ItemRepository.Count;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.wecom.WecomTransfers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A hand-over as the list shows it. */
record ListedInheritance(
        UUID id,
        WecomTransfers.Kind kind,
        HandingMember from,
        HandingMember to,
        Inheritance.State state,
        Instant createdAt,
        Optional<Instant> effectiveAt,
        CustomersOnTheWay customers,
        GroupsOnTheWay groups) {

    static ListedInheritance of(Inheritance one, Map<MemberId, Member> names, List<Count> counts) {
        return new ListedInheritance(
                one.id(),
                one.kind(),
                HandingMember.of(one.from(), names),
                HandingMember.of(one.to(), names),
                one.state(),
                one.createdAt(),
                one.effectiveAt(),
                CustomersOnTheWay.of(counts),
                GroupsOnTheWay.of(counts));
    }

    private static int sum(List<Count> counts, boolean groups, Item.State... states) {
        return counts.stream()
                .filter(count -> count.groups() == groups)
                .filter(count -> states.length == 0 || List.of(states).contains(count.state()))
                .mapToInt(Count::items)
                .sum();
    }

    record HandingMember(MemberId id, String name) {

        static HandingMember of(MemberId id, Map<MemberId, Member> names) {
            return new HandingMember(
                    id, Optional.ofNullable(names.get(id)).map(Member::name).orElse(""));
        }
    }

    /** @param waiting also those that WeCom has yet to be asked for */
    record CustomersOnTheWay(int total, int done, int waiting, int refused, int atLimit, int failed) {

        static CustomersOnTheWay of(List<Count> counts) {
            return new CustomersOnTheWay(
                    sum(counts, false),
                    sum(counts, false, Item.State.DONE),
                    sum(counts, false, Item.State.QUEUED, Item.State.WAITING),
                    sum(counts, false, Item.State.REFUSED),
                    sum(counts, false, Item.State.AT_LIMIT),
                    sum(counts, false, Item.State.FAILED));
        }
    }

    record GroupsOnTheWay(int total, int done, int failed) {

        static GroupsOnTheWay of(List<Count> counts) {
            return new GroupsOnTheWay(
                    sum(counts, true), sum(counts, true, Item.State.DONE), sum(counts, true, Item.State.FAILED));
        }
    }
}
