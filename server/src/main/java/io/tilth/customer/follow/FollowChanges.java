package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Timeline;
import io.tilth.customer.Timeline.Entry;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a batch changes about follows, gathered until it is stored at once. */
class FollowChanges {

    private record Key(UUID identity, MemberId member) {}

    private final Map<Key, Follow> known = new HashMap<>();
    private final Map<Key, Follow> changed = new LinkedHashMap<>();
    private final Set<CustomerId> moved = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    FollowChanges(Collection<Follow> follows) {
        follows.forEach(follow -> known.put(new Key(follow.identity(), follow.member()), follow));
    }

    /** As it is now, or one of which nothing has been heard yet. */
    Follow of(Identity identity, MemberId member) {
        return find(identity, member).orElseGet(() -> Follow.unheard(identity.id(), identity.customer(), member));
    }

    Optional<Follow> find(Identity identity, MemberId member) {
        return Optional.ofNullable(known.get(new Key(identity.id(), member)));
    }

    List<Follow> of(Identity identity) {
        return known.values().stream()
                .filter(follow -> follow.identity().equals(identity.id()))
                .toList();
    }

    void put(Follow before, Follow now) {
        if (now.equals(before)) {
            return;
        }
        var key = new Key(now.identity(), now.member());
        known.put(key, now);
        changed.put(key, now);
        if (!now.ended().equals(before.ended()) || !now.createdAt().equals(before.createdAt())) {
            moved.add(now.customer());
        }
    }

    /** Something that happened then, and of which we may hear again. */
    void happened(Instant at, String kind, Follow follow, Map<String, ?> detail) {
        var source = kind + "/" + follow.identity() + "/" + follow.member().value();
        entries.add(new Entry(Timeline.id(at, source), follow.customer(), kind, Optional.of(follow.member()), detail));
    }

    void say(Object event) {
        events.add(event);
    }

    Collection<Follow> changed() {
        return changed.values();
    }

    /** Whose follows began or ended. */
    Set<CustomerId> moved() {
        return moved;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Object> events() {
        return events;
    }
}
