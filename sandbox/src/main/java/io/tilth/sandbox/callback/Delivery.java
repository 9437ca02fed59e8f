package io.tilth.sandbox.callback;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * News that is still to be told.
 *
 * @param address an app ({@code app:corp/agent}) or what another part of the sandbox knows the way to
 * @param xml the message, not yet sealed
 * @param notBefore in real time; a fault may hold it back
 * @param late does not wait in line, and nobody waits for it
 */
public record Delivery(
        long id, String address, String event, String subject, String xml, Instant at, Instant notBefore, boolean late)
        implements Thing {

    @Override
    public String key() {
        return "%019d".formatted(id);
    }
}
