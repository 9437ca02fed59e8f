package io.tilth.messaging.welcome;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills a welcome's text in; a sentence that names what nobody knows is left out rather than sent with a hole. */
final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([^{}\\s]{1,10})}");
    private static final Pattern AFTER_SENTENCE = Pattern.compile("(?<=[。！？!?；~～])|(?<=\\n)");

    private Wording() {}

    static String fill(String text, Map<String, String> known) {
        return AFTER_SENTENCE
                .splitAsStream(text)
                .filter(sentence -> knowsAll(sentence, known))
                .map(sentence -> NAME.matcher(sentence)
                        .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), ""))))
                .collect(Collectors.joining())
                .strip();
    }

    static boolean names(String text, String name) {
        return text.contains("{" + name + "}");
    }

    private static boolean knowsAll(String sentence, Map<String, String> known) {
        return NAME.matcher(sentence)
                .results()
                .allMatch(found -> !known.getOrDefault(found.group(1), "").isBlank());
    }
}
