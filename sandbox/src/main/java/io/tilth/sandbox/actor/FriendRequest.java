package io.tilth.sandbox.actor;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A customer asks a member to become friends, and waits. */
public record FriendRequest(String corp, String user, String person, String hello, String state, int addWay, Instant at)
        implements Thing {

    public static String key(String corp, String user, String person) {
        return Member.key(corp, user) + "/" + person;
    }

    @Override
    public String key() {
        return key(corp, user, person);
    }
}
