package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers read. Implemented by the module above that follows them. */
public interface Readings {

    /** @param senders of whose shares; empty for everybody's */
    CustomerReadings of(CustomerId customer, Optional<Set<MemberId>> senders);

    /**
     * @param count visits, of all materials together
     * @param lastAt when they last read; null when never
     * @param materials the latest of them, the last read first
     */
    record CustomerReadings(
            int count, int seconds, @Nullable Instant lastAt, List<ReadMaterial> materials) {

        public static final CustomerReadings NONE = new CustomerReadings(0, 0, null, List.of());
    }

    /**
     * @param title empty when the material is gone
     * @param percent how deep they ever came
     */
    record ReadMaterial(UUID id, String title, boolean priced, int times, int seconds, int percent, Instant lastAt) {}
}
