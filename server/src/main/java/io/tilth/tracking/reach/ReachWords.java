package io.tilth.tracking.reach;

import com.samskivert.mustache.Mustache;
import io.tilth.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of the pages, in the reader's language. */
@Component
class ReachWords {

    private final MessageSource sentences;

    ReachWords(MessageSource sentences) {
        this.sentences = sentences;
    }

    String say(Locale language, String key, Object... facts) {
        return sentences.getMessage("reach." + key, facts, language);
    }

    /** The parts of what a privacy page says. */
    List<Map<String, String>> privacy(Locale language) {
        return Stream.of("what", "why", "how-long", "cookie", "rights")
                .map(part -> Map.of(
                        "heading",
                        say(language, "privacy-" + part),
                        "text",
                        say(language, "privacy-" + part + "-text")))
                .toList();
    }

    String refusal(Locale language, Refusal refusal) {
        return sentences.getMessage("problem." + refusal.code(), null, language);
    }

    /** For templates: {@code w.call} is the sentence {@code reach.call}. */
    Mustache.CustomContext in(Locale language) {
        return key -> say(language, key);
    }
}
