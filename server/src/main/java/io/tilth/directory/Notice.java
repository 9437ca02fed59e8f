package io.tilth.directory;

import java.util.Map;
import java.util.Optional;

/**
 * Something a member should know.
 *
 * @param kind key of its sentences and of the member's switch, such as {@code visit.alert}
 * @param words what the sentences name
 * @param link path of the workbench that shows it, such as {@code /w/alerts/…}
 * @param merge notices with the same key become one while the member has not seen it
 */
public record Notice(String kind, Map<String, String> words, String link, Optional<String> merge, Urgency urgency) {

    public enum Urgency {
        /** Live and as a message of the app, also outside of the hourly caps. */
        NOW,
        /** Live and as a message of the app, held back in quiet hours. */
        ORDINARY,
        /** Only shown live and in the list. */
        QUIET
    }
}
