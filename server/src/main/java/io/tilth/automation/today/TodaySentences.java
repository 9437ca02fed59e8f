package io.tilth.automation.today;

import io.tilth.automation.today.TodayCards.Reason;
import io.tilth.automation.today.TodayController.NextStep;
import io.tilth.automation.today.TodayController.TodayReason;
import io.tilth.tracking.NextReads.Next;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why a card is there and what could be done, in the reader's language. */
@Component
class TodaySentences {

    private final MessageSource sentences;

    TodaySentences(MessageSource sentences) {
        this.sentences = sentences;
    }

    TodayReason reason(Reason reason, Locale language) {
        var titled = reason.word().isEmpty() ? "" : ".titled";
        var words = new Object[] {reason.word().orElse("")};
        var text = switch (reason.code()) {
            case "REMIND", "GIVEN", "NEW", "QUIET" ->
                sentences.getMessage("today.reason." + reason.code(), words, language);
            default -> sentences.getMessage("score." + reason.code() + titled, words, language);
        };
        return new TodayReason(reason.code(), text);
    }

    /** @param next what could be sent along, where something should be */
    NextStep suggestion(String code, @Nullable Next next, Locale language) {
        var about = switch (code) {
            case "PRICE_OPENED", "PRICE_READ_LONG" -> "price";
            case "CONTACT_TAPPED", "PHONE_LEFT", "BOOKED", "SHOP_VISITED" -> "call";
            case "NEW" -> "new";
            case "OPENED", "READ", "READ_LONG", "OPENED_AGAIN", "FORWARD_READ" -> "read";
            default -> "quiet";
        };
        boolean sends = !about.equals("call") && !about.equals("new");
        return new NextStep(
                sentences.getMessage("today.step." + about, null, language),
                sentences.getMessage("today.say." + about, null, language),
                sends && next != null ? next.id() : null,
                sends && next != null ? next.title() : null);
    }

    NextStep quietly(Locale language) {
        return new NextStep(sentences.getMessage("today.step.quietly", null, language), "", null, null);
    }
}
