package io.tilth.insight.overview;

/** A figure of the period, and the same of the period before. */
record Compared(long now, long before) {

    static final Compared NONE = new Compared(0, 0);

    Compared plus(Compared other) {
        return new Compared(now + other.now, before + other.before);
    }

    Compared minus(Compared other) {
        return new Compared(now - other.now, before - other.before);
    }
}
