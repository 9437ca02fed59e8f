package io.tilth.customer.follow;

import io.tilth.wecom.SyncPart.Progress;
import io.tilth.wecom.WecomCustomers.Batch;
import java.util.List;
import java.util.Optional;

/**
 * How far a sync of customers has come. Members are taken in the order of their user ids, so a place among them stays
 * one when somebody comes or goes.
 *
 * @param after the last member of the hundred before; empty at the beginning
 * @param last the last member of this hundred; empty when it has not begun
 * @param page where WeCom's next page begins
 * @param done how many follows have come so far
 */
record PartCursor(String after, String last, Step step, Optional<String> page, long done) {

    static final PartCursor START = new PartCursor("", "", Step.PAGES, Optional.empty(), 0);

    private static final int AT_ONCE = 100;
    private static final String PARTED = "\t"; // in no user id and no cursor

    /** What is done with a hundred members: first all their customers, then a look at who is missing. */
    enum Step {
        PAGES,
        MISSING
    }

    static PartCursor of(String text) {
        var parts = text.split(PARTED, -1);
        return new PartCursor(
                parts[0],
                parts[1],
                Step.valueOf(parts[2]),
                Optional.of(parts[3]).filter(page -> !page.isEmpty()),
                Long.parseLong(parts[4]));
    }

    String text() {
        return String.join(PARTED, after, last, step.name(), page.orElse(""), Long.toString(done));
    }

    /** This hundred, or the next one when it has not begun. */
    List<String> group(List<String> all) {
        var rest = all.stream().filter(user -> user.compareTo(after) > 0);
        return last.isEmpty()
                ? rest.limit(AT_ONCE).toList()
                : rest.filter(user -> user.compareTo(last) <= 0).toList();
    }

    PartCursor after(List<String> group, Batch batch, boolean first) {
        long now = done + batch.entries().size();
        if (batch.next().isPresent()) {
            return new PartCursor(after, group.getLast(), Step.PAGES, batch.next(), now);
        }
        return first
                ? new PartCursor(group.getLast(), "", Step.PAGES, Optional.empty(), now)
                : new PartCursor(after, group.getLast(), Step.MISSING, Optional.empty(), now);
    }

    PartCursor nextGroup() {
        return new PartCursor(last, "", Step.PAGES, Optional.empty(), done);
    }

    /** How many there are is known only in the end; until then, as many as the members so far let expect. */
    Progress progress(List<String> all) {
        long passed = all.stream().filter(user -> user.compareTo(after) <= 0).count();
        long expected = passed == 0 ? done : done * all.size() / passed;
        return new Progress(done, Math.max(done, expected));
    }
}
