package io.tilth.sandbox.phone;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A member asks somebody in WeChat to become a customer; nobody hears of it before they say yes. */
record Invitation(String person, String corp, String user, Instant at) implements Thing {

    static String key(String person, Member member) {
        return person + "/" + member.key();
    }

    @Override
    public String key() {
        return person + "/" + Member.key(corp, user);
    }
}
