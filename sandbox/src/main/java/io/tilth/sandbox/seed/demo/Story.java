package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.world.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The customers of whom the guide tells, by their place in the list of people. */
final class Story {
    /** Scanned a code at an estate, got a quote, fell silent, came back. */
    static final int WANG = 0;
    /** The same, but nobody called. */
    static final int ZHAO = 1;
    /** Known to two shops. */
    static final int SUN = 2;

    /** The first of those who came to the fair in 滨江. */
    static final int FAIR = 10;

    static final int AT_FAIR = 58;

    private static final int CAP = 15;
    private static final int OVER_CAP = 3;

    private static final Map<Integer, Integer> MET_DAYS_AGO = Map.of(WANG, 27, ZHAO, 24, SUN, 12);
    private static final LocalTime MET_AT = LocalTime.of(10, 32);

    private Story() {}

    static Stream<Person> people(Ids ids) {
        return Stream.of(
                Person.wechat(ids.letters(22), "王先生", 1),
                Person.wechat(ids.letters(22), "赵女士", 2),
                Person.wechat(ids.letters(22), "孙女士", 2));
    }

    /** At the fair three had a cap of fifteen each; three more came before the list was changed, then a spare took over. */
    static Map<Integer, String> owners(Staff staff) {
        var three = staff.ofShop(1);
        var colleague = three.stream()
                .filter(guide -> !List.of("gumin", "linxiao").contains(guide))
                .findFirst()
                .orElseThrow();
        var owners = new TreeMap<>(Map.of(WANG, "linxiao", ZHAO, colleague, SUN, "chenyan"));
        var spare = staff.ofShop(3).getFirst();
        for (int number = 0; number < AT_FAIR; number++) {
            boolean capped = number >= CAP * three.size() + OVER_CAP;
            owners.put(FAIR + number, capped ? spare : three.get(number % three.size()));
        }
        return owners;
    }

    static Optional<Instant> met(int place, Rhythm rhythm) {
        return Optional.ofNullable(MET_DAYS_AGO.get(place)).map(days -> rhythm.at(days, MET_AT));
    }
}
