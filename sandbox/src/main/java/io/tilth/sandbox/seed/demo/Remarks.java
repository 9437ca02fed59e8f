package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.contact.Person;
import java.util.List;
import java.util.SplittableRandom;

/** What advisers write beside a name, so that they find the customer again. */
final class Remarks {
    private static final List<String> WANTED = List.of("橱柜", "衣柜", "榻榻米", "全屋", "书柜");

    private final SplittableRandom random;

    Remarks(SplittableRandom random) {
        this.random = random;
    }

    /** Every second one has none. */
    String of(Person person) {
        if (random.nextBoolean()) {
            return "";
        }
        String family = person.name().substring(0, person.name().offsetByCodePoints(0, 1));
        String house = (1 + random.nextInt(28)) + "栋" + (1 + random.nextInt(24)) + "0" + (1 + random.nextInt(4));
        return family + (person.gender() == 2 ? "姐 " : "哥 ") + house + " " + WANTED.get(random.nextInt(WANTED.size()));
    }
}
