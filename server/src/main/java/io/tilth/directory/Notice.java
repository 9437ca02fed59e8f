package io.tilth.directory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something a member should know.
 *
 * <p>Its sentences are {@code notice.<kind>.title} and {@code notice.<kind>.text}; the word {@code case}, where there is
 * one, chooses among several: {@code notice.<kind>.<case>.title}. A sentence names words as <code>{customer}</code>, and
 * as <code>{seconds:duration}</code> what is a length of time, and as <code>{customer:maybe}</code> who it only may be: the
 * word {@code certainty} says {@code LIKELY} then.
 *
 * @param kind key of its sentences and of the member's switch, such as {@code visit.alert}
 * @param words what the sentences name
 * @param link path of the workbench that shows it, such as {@code /w/alerts/…}
 * @param merge notices with the same key become one while the member has not seen it; it goes to the phone again only
 *     when it has become more urgent
 */
public record Notice(String kind, Map<String, String> words, String link, Optional<String> merge, Urgency urgency) {

    public enum Urgency {
        /** Only shown live and in the list. */
        QUIET,
        /** Live and as a message of the app, held back in quiet hours and while the member rests. */
        ORDINARY,
        /** As ordinary; a notice that was ordinary before goes out once more. */
        NOW,
        /** As now, and also in quiet hours where the member allows it. */
        PRESSING
    }

    /** The kinds that one module tells, so that members may switch them off. */
    public interface Catalog {
        Set<String> kinds();
    }
}
