package io.tilth.customer.follow;

import io.tilth.directory.Members;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomCustomers;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The customers of all members, a hundred members at a time, page by page. Unless it is the first time, each hundred
 * ends with a look at what WeCom no longer lists.
 */
@Component
class CustomerPart implements SyncPart {

    private final Members members;
    private final WecomCustomers wecom;
    private final CustomerProfileService profiles;
    private final Clock clock;

    CustomerPart(Members members, WecomCustomers wecom, CustomerProfileService profiles, Clock clock) {
        this.members = members;
        this.wecom = wecom;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Piece> next(Run run, Optional<String> cursor) {
        var at = cursor.map(PartCursor::of).orElse(PartCursor.START);
        var all = members.withCustomers(run.company());
        var group = at.group(all);
        if (group.isEmpty() && !at.last().isEmpty()) { // all of this hundred have left meanwhile
            return next(run, Optional.of(at.nextGroup().text()));
        }
        return switch (at.step()) {
            case PAGES -> group.isEmpty() ? Optional.empty() : Optional.of(page(run, at, group, all));
            case MISSING -> Optional.of(missing(run, at, group, all));
        };
    }

    private Piece page(Run run, PartCursor at, List<String> group, List<String> all) {
        var asked = clock.instant();
        var batch = wecom.ofMembers(run.company(), group, at.page());
        var next = at.after(group, batch, run.first());
        return new Fetched(next, next.progress(all), () -> profiles.settle(run.company(), Seen.parts(batch), asked));
    }

    private Piece missing(Run run, PartCursor at, List<String> group, List<String> all) {
        var asked = clock.instant();
        Map<String, Set<String>> listed = new HashMap<>();
        group.forEach(user -> listed.put(user, new HashSet<>(wecom.of(run.company(), user))));
        var next = at.nextGroup();
        return new Fetched(next, next.progress(all), () -> profiles.endMissing(run.company(), listed, asked));
    }

    private interface Storing {
        Map<String, Integer> store();
    }

    private record Fetched(PartCursor next, Progress progress, Storing storing) implements Piece {

        @Override
        public String cursor() {
            return next.text();
        }

        @Override
        public Map<String, Integer> store() {
            return storing.store();
        }
    }
}
