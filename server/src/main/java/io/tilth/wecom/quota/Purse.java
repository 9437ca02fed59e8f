package io.tilth.wecom.quota;

import java.time.Instant;

/** The calls that this node has taken for one company and interface, and has not made yet. */
class Purse {

    private static final int MOST_AT_A_TIME = 64;

    private Instant minute = Instant.MIN;
    private int left;
    private int bunch = 1;
    private int strikes;
    private Instant pausedUntil = Instant.MIN;

    /** Begins another minute; what is left over from the one before goes back. */
    int turn(Instant current) {
        if (minute.equals(current)) {
            return 0;
        }
        int over = left;
        minute = current;
        left = 0;
        bunch = 1;
        return over;
    }

    boolean spend() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Doubles, so that a quiet company takes little and a busy one seldom. */
    int next() {
        int wanted = bunch;
        bunch = Math.min(2 * bunch, MOST_AT_A_TIME);
        return wanted;
    }

    void fill(int granted) {
        left = granted;
    }

    /** How often the limit was passed in a row, with this time. */
    int strike() {
        return ++strikes;
    }

    void calm() {
        strikes = 0;
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    void pauseUntil(Instant moment) {
        if (moment.isAfter(pausedUntil)) {
            pausedUntil = moment;
        }
    }
}
