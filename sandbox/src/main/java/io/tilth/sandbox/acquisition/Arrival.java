package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * Somebody who came through a link.
 *
 * @param state the channel in the address, 64 bytes of it
 * @param chatKey tells an app of the first words; empty before them
 * @param heard how many messages the customer has sent
 */
public record Arrival(
        String corp, String link, String customer, String user, String state, String chatKey, int heard, Instant at)
        implements Thing {

    static String prefix(String corp, String link) {
        return corp + "/" + link + "/";
    }

    @Override
    public String key() {
        return prefix(corp, link) + customer;
    }

    Arrival hear(String chatKey) {
        return new Arrival(corp, link, customer, user, state, chatKey, heard + 1, at);
    }
}
