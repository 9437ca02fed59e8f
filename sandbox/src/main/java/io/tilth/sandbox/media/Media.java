package io.tilth.sandbox.media;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * A file that an app has uploaded; every app of the company may use it.
 *
 * @param use 0 for messages, 1 for moments, 2 for the product album: they cannot stand in for each other
 */
public record Media(
        String corp, String id, Kind kind, int use, String name, String type, byte[] bytes, Instant uploadedAt)
        implements Thing {
    public static final Duration LIFE = Duration.ofDays(3);

    @Override
    public String key() {
        return corp + "/" + id;
    }

    public boolean lives(Instant now) {
        return now.isBefore(uploadedAt.plus(LIFE));
    }
}
