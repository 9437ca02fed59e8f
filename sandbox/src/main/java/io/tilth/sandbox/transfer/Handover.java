package io.tilth.sandbox.transfer;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** That a customer or a group was given away on the job: twice in ninety days, no more. */
record Handover(String corp, String subject, Instant at) implements Thing {

    static String prefix(String corp, String subject) {
        return corp + "/" + subject + "/";
    }

    @Override
    public String key() {
        return prefix(corp, subject) + "%013d".formatted(at.toEpochMilli());
    }
}
