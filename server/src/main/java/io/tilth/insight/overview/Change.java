package io.tilth.insight.overview;

/** A figure of the period, and the same of the period before. */
record Change(long now, long before) {

    Change minus(Change other) {
        return new Change(now - other.now, before - other.before);
    }
}
