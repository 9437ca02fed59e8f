package io.tilth.bench;

import io.tilth.sandbox.actor.CustomerDeeds;
import io.tilth.sandbox.chat.ChatMessage;
import java.util.Collection;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** New people who scan one code. */
final class Scans {

    private final CustomerDeeds customers;
    private final String code;
    private final Queue<Scan> all = new ConcurrentLinkedQueue<>();

    Scans(CustomerDeeds customers, String code) {
        this.customers = customers;
        this.code = code;
    }

    void scan(String name, long due) {
        var person = customers.appear(name);
        var follow = customers.scan(person, code).orElseThrow();
        all.add(new Scan(
                name,
                person.id(),
                follow.user().toLowerCase(Locale.ROOT),
                ChatMessage.between(follow.user(), follow.customer()),
                due));
    }

    Collection<Scan> all() {
        return all;
    }

    /**
     * @param user the guide whom the code led to
     * @param chat where the greeting appears
     */
    record Scan(String name, String person, String user, String chat, long due) {}
}
