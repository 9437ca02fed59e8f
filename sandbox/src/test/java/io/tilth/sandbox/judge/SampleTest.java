package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the sandbox answers and sends has the fields of the platform's samples, each of the same kind. */
class SampleTest {
    private static final Map<String, Map<String, String>> SAMPLES = Fields.ofSamples();

    /** What the sandbox does not play. */
    private static final Set<String> NOT_OFFERED = Set.of("externalpay.get_bill_list.response", "OpenApprovalChange");

    private static Bench bench;

    @BeforeAll
    static void open() {
        bench = new Bench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsMatched() {
        var plays = new SamplePlays(bench).all();
        var offered = new TreeSet<>(SAMPLES.keySet());
        offered.removeAll(NOT_OFFERED);
        assertThat(plays.keySet()).containsExactlyInAnyOrderElementsOf(offered);
        return offered.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> match(SAMPLES.get(name), plays.get(name))));
    }

    private static void match(Map<String, String> sample, Play play) throws Exception {
        var played = play.fields();
        var missing = new TreeSet<>(sample.keySet());
        missing.removeAll(played.keySet());
        var other = new TreeMap<>(played);
        other.keySet().retainAll(sample.keySet());
        other.entrySet()
                .removeIf(field -> field.getValue().equals(Fields.NOTHING)
                        || sample.get(field.getKey()).equals(field.getValue()));

        assertThat(missing).as("fields of the sample that are not there").isEqualTo(new TreeSet<>(play.without()));
        assertThat(other).as("fields of another kind").isEmpty();
    }
}
