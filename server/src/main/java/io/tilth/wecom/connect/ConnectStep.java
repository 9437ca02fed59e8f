package io.tilth.wecom.connect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * @param where the place in WeCom's own pages where it is done
 * @param helpUrl WeCom's own page about it
 */
record ConnectStep(
        Step key,
        StepRecord.State state,
        Optional<Instant> checkedAt,
        Optional<StepProblem> problem,
        String where,
        Optional<String> helpUrl) {

    /** @param facts what the sentence names, as {@code "0"}, {@code "1"}, … */
    record StepProblem(String code, String sentence, Map<String, String> facts) {}

    static Map<String, String> facts(Verdict verdict) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < verdict.facts().size(); i++) {
            facts.put(Integer.toString(i), verdict.facts().get(i));
        }
        return facts;
    }
}
