package io.tilth.insight.overview;

/** A figure of the period, and the same of the period before. */
record Compared(long now, long before) {

    Compared minus(Compared other) {
        return new Compared(now - other.now, before - other.before);
    }
}
