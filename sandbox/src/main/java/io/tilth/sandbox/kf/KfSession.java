package io.tilth.sandbox.kf;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * How it stands between a customer and an account.
 *
 * @param servicer who answers; empty unless the state is {@link State#HUMAN}
 * @param answered how many messages the API has sent since the customer wrote last
 */
public record KfSession(
        String corp, String account, String customer, State state, String servicer, Instant heardAt, int answered)
        implements Thing {
    private static final Duration ANSWERABLE = Duration.ofHours(48);
    private static final int ANSWERS = 5;

    static KfSession begin(String corp, String account, String customer) {
        return new KfSession(corp, account, customer, State.NEW, "", Instant.EPOCH, 0);
    }

    static String key(String corp, String account, String customer) {
        return corp + "/" + account + "/" + customer;
    }

    @Override
    public String key() {
        return key(corp, account, customer);
    }

    /** The customer has written: whoever was done begins anew. */
    KfSession heard(Instant now) {
        var next = state == State.ENDED ? State.NEW : state;
        return new KfSession(corp, account, customer, next, next == state ? servicer : "", now, 0);
    }

    KfSession to(State state, String servicer) {
        return new KfSession(corp, account, customer, state, servicer, heardAt, answered);
    }

    KfSession answer() {
        return new KfSession(corp, account, customer, state, servicer, heardAt, answered + 1);
    }

    boolean isTooLate(Instant now) {
        return now.isAfter(heardAt.plus(ANSWERABLE));
    }

    boolean isAnsweredEnough() {
        return answered >= ANSWERS;
    }

    /** With the platform's numbers. */
    public enum State {
        NEW(0),
        BOT(1),
        WAITING(2),
        HUMAN(3),
        ENDED(4);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** Whether the API may lead from here to there. */
        boolean leadsTo(State next) {
            return next != NEW && this != ENDED && (next.number > number || this == HUMAN && next == HUMAN);
        }
    }
}
