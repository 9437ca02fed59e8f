package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.corp.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** How many customers each of the staff has. */
final class Shares {
    private static final Map<String, Integer> FIXED = Map.of("linxiao", 286, "chenyan", 3_012, Staff.LEFT, 11);
    private static final Map<String, Integer> WEIGHTS =
            Map.of("家居顾问", 30, "店长", 10, "网销专员", 19, "网销主管", 19, "客服专员", 5, "客服主管", 5);

    private Shares() {}

    /**
     * A member for each friendship, in a random order, except where the story knows: its people come first, and who was
     * refused by the heirs of somebody who left came long ago.
     */
    private static List<Member> deal(Staff staff, SplittableRandom random, Map<Member, Integer> shares, int people) {
        var owners = new ArrayList<Member>();
        shares.forEach((member, count) -> {
            if (!member.id().equals(Staff.LEFT)) {
                owners.addAll(Collections.nCopies(count, member));
            }
        });
        Collections.shuffle(owners, new Random(random.nextLong()));
        Story.owners(staff).forEach((place, user) -> swap(owners, place, user));
        shares.forEach((member, count) -> {
            if (member.id().equals(Staff.LEFT)) {
                owners.addAll(people - count - 100, Collections.nCopies(count, member));
            }
        });
        return owners;
    }

    static List<Member> deal(Staff staff, SplittableRandom random, int people, int follows) {
        return deal(staff, random, shares(staff, follows), people);
    }

    private static Map<Member, Integer> shares(Staff staff, int follows) {
        var shares = new LinkedHashMap<Member, Integer>();
        staff.members().stream()
                .filter(member -> FIXED.containsKey(member.id()))
                .forEach(member -> shares.put(member, FIXED.get(member.id())));
        var others = staff.members().stream()
                .filter(member -> !FIXED.containsKey(member.id()) && WEIGHTS.containsKey(member.position()))
                .toList();
        int left =
                follows - shares.values().stream().mapToInt(Integer::intValue).sum();
        int weight = others.stream()
                .mapToInt(member -> WEIGHTS.get(member.position()))
                .sum();
        int given = 0;
        for (var member : others) {
            int share = left * WEIGHTS.get(member.position()) / weight;
            shares.put(member, share);
            given += share;
        }
        shares.merge(others.getLast(), left - given, Integer::sum);
        return shares;
    }

    private static void swap(List<Member> owners, int place, String user) {
        // From the far end: nobody of the story's own places is moved again.
        for (int i = owners.size() - 1; i >= 0; i--) {
            if (owners.get(i).id().equals(user)) {
                Collections.swap(owners, place, i);
                return;
            }
        }
    }
}
