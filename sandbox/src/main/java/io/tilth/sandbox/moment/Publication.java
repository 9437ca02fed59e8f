package io.tilth.sandbox.moment;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;

/** That a member has published a moment, and to whom. */
public record Publication(String corp, String moment, String user, List<String> customers, Instant at)
        implements Thing {

    public Publication {
        customers = List.copyOf(customers);
    }

    static String key(String corp, String moment, String user) {
        return corp + "/" + moment + "/" + user.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String key() {
        return key(corp, moment, user);
    }
}
