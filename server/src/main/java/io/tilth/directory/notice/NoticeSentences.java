package io.tilth.directory.notice;

import io.tilth.directory.notice.NoticeRepository.Kept;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what members are told, in the reader's language. */
@Component
class NoticeSentences {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)(:duration|:maybe)?}");
    private static final int LINES = 4;

    private final MessageSource sentences;

    NoticeSentences(MessageSource sentences) {
        this.sentences = sentences;
    }

    String title(Kept notice, Locale reader) {
        return say(notice, "title", reader);
    }

    /** Empty where the title says all. */
    String text(Kept notice, Locale reader) {
        return say(notice, "text", reader);
    }

    /** One sentence for several. */
    String summaryTitle(List<Kept> notices, Locale reader) {
        return sentences.getMessage("notice.summary.title", new Object[] {notices.size()}, reader);
    }

    String summaryText(List<Kept> notices, Locale reader) {
        var lines = notices.reversed().stream()
                .limit(LINES)
                .map(notice -> title(notice, reader))
                .toList();
        var rest = notices.size() > LINES ? "\n…" : "";
        return String.join("\n", lines) + rest;
    }

    private String say(Kept notice, String part, Locale reader) {
        var of = notice.words().get("case");
        var key = "notice." + notice.kind() + "." + (of == null ? "" : of + ".") + part;
        var usual = "notice." + notice.kind() + "." + part;
        return fill(find(key, find(usual, "", reader), reader), notice.words(), reader);
    }

    private String find(String key, String otherwise, Locale reader) {
        var found = sentences.getMessage(key, null, otherwise, reader);
        return found == null ? otherwise : found;
    }

    /** Values are put in as they are: nothing in them is taken for a pattern. */
    private String fill(String sentence, Map<String, String> words, Locale reader) {
        return WORD.matcher(sentence).replaceAll(found -> {
            var value = words.getOrDefault(found.group(1), "");
            var said = switch (found.group(2)) {
                case ":duration" -> duration(value, reader);
                case ":maybe" -> maybe(value, words, reader);
                case null, default -> value;
            };
            return java.util.regex.Matcher.quoteReplacement(said);
        });
    }

    private String maybe(String name, Map<String, String> words, Locale reader) {
        return "LIKELY".equals(words.get("certainty"))
                ? sentences.getMessage("notice.maybe", new Object[] {name}, reader)
                : name;
    }

    private String duration(String seconds, Locale reader) {
        int total = seconds.isEmpty() ? 0 : Integer.parseInt(seconds);
        var key = total < 60 ? "seconds" : total % 60 == 0 ? "minutes" : "minutes-seconds";
        return sentences.getMessage("notice.duration." + key, new Object[] {total / 60, total % 60}, reader);
    }
}
