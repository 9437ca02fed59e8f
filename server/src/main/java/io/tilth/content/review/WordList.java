package io.tilth.content.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.content.Wording.Claim;
import io.tilth.content.Wording.Finding;
import io.tilth.content.Wording.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Words that want a second look. Blanks and capitals hide nothing. */
record WordList(List<Entry> entries) {

    /** @param harmless longer words around it that are fine */
    record Entry(String word, Claim claim, List<String> harmless) {}

    private static final int MOST_FINDINGS = 50;
    private static final int AROUND = 12;

    /** The list of the house. */
    static WordList ofHouse() {
        try {
            var text = new ClassPathResource("content/words.txt").getContentAsString(UTF_8);
            return new WordList(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WordList::entry)
                    .toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** With the company's own words, without those it lives with. */
    WordList with(Collection<String> own, Collection<String> allowed) {
        var fine = Set.copyOf(allowed.stream().map(WordList::plain).toList());
        var added = own.stream().map(WordList::plain).map(word -> new Entry(word, Claim.OWN, List.of()));
        return new WordList(Stream.concat(entries.stream(), added)
                .filter(entry -> !entry.word().isEmpty() && !fine.contains(entry.word()))
                .toList());
    }

    List<Finding> check(List<Passage> passages) {
        var findings = new ArrayList<Finding>();
        for (var passage : passages) {
            var text = plain(passage.text());
            for (var entry : entries) {
                int at = find(text, entry);
                if (at >= 0 && findings.size() < MOST_FINDINGS) {
                    findings.add(new Finding(entry.word(), entry.claim(), passage.place(), around(text, at, entry)));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static int find(String text, Entry entry) {
        int at = text.indexOf(entry.word());
        while (at >= 0 && isHarmless(text, at, entry)) {
            at = text.indexOf(entry.word(), at + 1);
        }
        return at;
    }

    private static boolean isHarmless(String text, int at, Entry entry) {
        return entry.harmless().stream().anyMatch(longer -> text.startsWith(longer, at - longer.indexOf(entry.word())));
    }

    private static String around(String text, int at, Entry entry) {
        int end = at + entry.word().length();
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), end + AROUND));
    }

    private static Entry entry(String line) {
        var words = line.strip().split("\\s+");
        var harmless = Stream.of(words).skip(2).map(word -> word.substring(1)).toList();
        return new Entry(words[1], Claim.valueOf(words[0]), harmless);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cf}\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    }
}
