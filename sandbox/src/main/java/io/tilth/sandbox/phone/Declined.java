package io.tilth.sandbox.phone;

import io.tilth.sandbox.world.Thing;

/** A member has decided not to send what the company prepared; the platform is not told, as in WeCom. */
record Declined(String owner, String task) implements Thing {

    static String key(String owner, String task) {
        return owner + "|" + task;
    }

    @Override
    public String key() {
        return key(owner, task);
    }
}
