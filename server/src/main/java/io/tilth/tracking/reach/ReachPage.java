package io.tilth.tracking.reach;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A page to print: its template and what stands in it. */
record ReachPage(HttpStatus status, String template, Map<String, Object> facts) {

    static ReachPage of(String template, Map<String, Object> facts) {
        return new ReachPage(HttpStatus.OK, template, facts);
    }

    ReachPage with(String name, Object fact) {
        var more = new HashMap<>(facts);
        more.put(name, fact);
        return new ReachPage(status, template, more);
    }

    ReachPage answering(HttpStatus other) {
        return new ReachPage(other, template, facts);
    }
}
