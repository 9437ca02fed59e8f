package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.world.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The customers of whom the guide tells, by their place in the list of people. */
final class Story {
    /** Scanned a code at an estate, got a quote, fell silent, came back. */
    static final int WANG = 0;
    /** The same, but nobody called. */
    static final int ZHAO = 1;
    /** Known to two shops. */
    static final int SUN = 2;

    private static final Map<Integer, Integer> MET_DAYS_AGO = Map.of(WANG, 27, ZHAO, 24, SUN, 12);

    private Story() {}

    static Stream<Person> people(Ids ids) {
        return Stream.of(
                Person.wechat(ids.letters(22), "王先生", 1),
                Person.wechat(ids.letters(22), "赵女士", 2),
                Person.wechat(ids.letters(22), "孙女士", 2));
    }

    static Map<Integer, String> owners() {
        return Map.of(WANG, "linxiao", ZHAO, "gumin", SUN, "chenyan");
    }

    static Optional<Instant> met(int place, Instant now) {
        return Optional.ofNullable(MET_DAYS_AGO.get(place)).map(days -> now.minus(Duration.ofDays(days)));
    }
}
