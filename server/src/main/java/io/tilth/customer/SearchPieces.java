package io.tilth.customer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Cuts texts so that any fragment finds them by equality alone: pairs of neighbours, single characters where these say
 * something (no ASCII), and four neighbours of phone numbers.
 */
public final class SearchPieces {

    private static final int OF_PHONE = 4;
    private static final int ASCII = 128;

    private SearchPieces() {}

    /** Of a text as people write it. */
    public static Set<String> of(String text) {
        var pieces = new TreeSet<String>();
        words(text).forEach(word -> {
            pieces.addAll(runs(word, 2));
            pieces.addAll(runs(word, 1).stream().filter(SearchPieces::telling).toList());
        });
        return pieces;
    }

    /** Of a phone number. */
    public static Set<String> ofPhone(String number) {
        return new TreeSet<>(runs(number.strip(), OF_PHONE));
    }

    /** What must all be there for the word to be there; empty when the word is too short to narrow anything. */
    public static Set<String> wanted(String word) {
        var pieces = word.codePointCount(0, word.length()) == 1
                ? runs(word, 1).stream().filter(SearchPieces::telling).toList()
                : runs(word, 2);
        return new TreeSet<>(pieces);
    }

    /** What of a phone number must be there; empty when the word is no part of one. */
    public static Set<String> wantedOfPhone(String word) {
        return word.matches("\\d{4,}") ? ofPhone(word) : Set.of();
    }

    public static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static List<String> runs(String word, int length) {
        var points = word.codePoints().toArray();
        return Stream.iterate(0, at -> at + length <= points.length, at -> at + 1)
                .map(at -> new String(points, at, length))
                .toList();
    }

    private static boolean telling(String single) {
        return single.codePointAt(0) >= ASCII;
    }
}
