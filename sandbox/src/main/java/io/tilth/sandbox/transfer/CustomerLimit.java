package io.tilth.sandbox.transfer;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;

/** How many customers a member may have; without one, 20,000. */
record CustomerLimit(String corp, String user, int most) implements Thing {
    static final int USUAL = 20_000;

    @Override
    public String key() {
        return Member.key(corp, user);
    }
}
