package io.tilth.sandbox.contact;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A customer has deleted a member: counted in the figures, even if they meet again. */
public record Goodbye(String corp, String user, String customer, Instant at) implements Thing {

    @Override
    public String key() {
        return Member.key(corp, user) + "/" + customer + "/" + at.toEpochMilli();
    }
}
