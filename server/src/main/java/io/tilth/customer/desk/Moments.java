package io.tilth.customer.desk;

import static java.util.Objects.requireNonNull;

import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Heats;
import java.time.Instant;
import java.util.Map;

/**
 * What the chips of a list mean at this moment.
 *
 * @param today when the company's day began
 */
record Moments(Instant now, Instant today, Map<Grade, Heats> heats) {

    Heats heats(Grade grade) {
        return requireNonNull(heats.get(grade));
    }
}
