package io.tilth.insight.overview;

import io.tilth.insight.overview.Period.Stretch;
import java.time.Instant;

/** The period, and the one before that it is held against. */
record Spans(Stretch now, Stretch before) {

    /** All there is, held against nothing. */
    static final Spans OF_NOW = new Spans(
            new Stretch(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")),
            new Stretch(Instant.EPOCH, Instant.EPOCH));

    Spans of(Figure figure) {
        return figure.isOfNow() ? OF_NOW : this;
    }

    Stretch both() {
        return new Stretch(before.from(), now.to());
    }
}
