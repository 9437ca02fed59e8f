package io.tilth.sandbox.transfer;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * A customer on the way from one member to another.
 *
 * @param resigned the one who gives has left the company
 * @param takesEffectAt a day after the start, unless the customer refuses before
 */
public record Transfer(
        String corp,
        String from,
        String to,
        String customer,
        boolean resigned,
        String farewell,
        State state,
        Instant takesEffectAt)
        implements Thing {
    static final Duration DELAY = Duration.ofHours(24);

    static String prefix(String corp, String from, String to) {
        return Member.key(corp, from) + "/" + to.toLowerCase(java.util.Locale.ROOT) + "/";
    }

    @Override
    public String key() {
        return prefix(corp, from, to) + customer;
    }

    Transfer to(State state) {
        return new Transfer(corp, from, to, customer, resigned, farewell, state, takesEffectAt);
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** With the platform's numbers. */
    public enum State {
        DONE(1),
        WAITING(2),
        REFUSED(3),
        AT_LIMIT(4);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
