package io.tilth.customer;

import io.tilth.directory.MemberId;
import io.tilth.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that happened with customers, 客户动态. Whatever module it came from, it is one row here. */
public interface Timeline {

    /** Adds rows; one that is there already stays as it is. */
    void add(Collection<Entry> entries);

    /** Adds rows, or brings those that are there up to date: for what goes on for a while, such as a visit. */
    void put(Collection<Entry> entries);

    /**
     * @param id holds the moment; see {@link #id}
     * @param kind key of its sentence, such as {@code follow.begun}
     */
    record Entry(UUID id, CustomerId customer, String kind, Optional<MemberId> member, Map<String, ?> detail) {}

    /** The id of something that must exist once: the moment of its source and a hash of what names it. */
    static UUID id(Instant at, String source) {
        var hash = UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
        var floor = Ids.floor(at);
        return new UUID(
                floor.getMostSignificantBits() | hash.getMostSignificantBits() & 0xfff,
                floor.getLeastSignificantBits() | hash.getLeastSignificantBits() >>> 2);
    }
}
