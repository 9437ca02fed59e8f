package io.tilth.tracking.alert;

import io.tilth.tracking.NextReads.Next;
import io.tilth.tracking.alert.ListedAlert.Suggestion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a member may do about an alert, in the reader's language, and what they may write to the customer. */
@Component
class AlertSentences {

    private final MessageSource sentences;

    AlertSentences(MessageSource sentences) {
        this.sentences = sentences;
    }

    /** The customer is never told that somebody watched them read. */
    Suggestion suggestion(Alert alert, String title, @Nullable Next next, Locale reader) {
        var key = "alert.suggestion." + alert.cause().name();
        var facts = new Object[] {title, alert.reading().page().orElse(1)};
        return new Suggestion(
                sentences.getMessage(key + ".step", facts, reader),
                sentences.getMessage(key + ".sentence", facts, reader),
                next == null ? null : next.id(),
                next == null ? null : next.title());
    }
}
