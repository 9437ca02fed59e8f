package io.tilth.wecom.connect;

import java.util.List;
import java.util.Optional;

/**
 * How a step turned out.
 *
 * @param problem what is wrong, as a key of its sentence; empty when all is well
 * @param facts what the sentence names, in order
 */
record Verdict(Optional<String> problem, List<String> facts) {

    static final Verdict GOOD = new Verdict(Optional.empty(), List.of());

    static Verdict bad(String problem, String... facts) {
        return new Verdict(Optional.of(problem), List.of(facts));
    }

    boolean isGood() {
        return problem.isEmpty();
    }
}
