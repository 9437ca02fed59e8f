package io.tilth.tracking.visit;

import io.tilth.tracking.VisitMoved.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all beats of a visit come to. Counted from all of them each time, so it does not matter in which order, how often,
 * or on which node they arrived.
 *
 * @param beats how often it was seen
 * @param pages seconds of each page of a document, from page 1
 * @param taps what was done besides reading
 */
record Reading(
        Instant first,
        Instant last,
        int beats,
        int seconds,
        int percent,
        List<Integer> pages,
        boolean touched,
        Set<Deed> taps) {

    private static final int SEEN_SECONDS = 2;
    private static final int STAYED_SECONDS = 10;
    private static final int READ_SECONDS = 30;
    private static final int READ_PERCENT = 50;
    private static final int LONG_SECONDS = 180;
    private static final int TO_THE_END = 100;
    static final int STUDIED_SECONDS = 60;

    /** The first beat stands for the time before it, and no page tells more often than that. */
    private static final int BEAT_SECONDS = 6;

    /** One beat as it was stored. */
    record Told(Instant at, String kind, int seconds, int depth, Optional<Integer> page, boolean touched) {}

    static Reading of(List<Told> told) {
        var pages = new ArrayList<Integer>();
        told.forEach(one -> one.page().ifPresent(page -> count(pages, page, one.seconds())));
        var first = told.getFirst().at();
        var last = told.getLast().at();
        // Two windows side by side do not make time pass faster.
        long most = Duration.between(first, last).toSeconds() + BEAT_SECONDS;
        var taps = EnumSet.noneOf(Deed.class);
        told.forEach(one -> tap(one.kind()).ifPresent(taps::add));
        return new Reading(
                first,
                last,
                (int) told.stream().filter(one -> one.kind().equals(Beat.SEEN)).count(),
                (int) Math.min(most, told.stream().mapToInt(Told::seconds).sum()),
                told.stream().mapToInt(Told::depth).max().orElse(0),
                List.copyOf(pages),
                told.stream().anyMatch(Told::touched),
                Set.copyOf(taps));
    }

    /** Less is what a link scanner or a preview does. */
    boolean counts() {
        return !taps.isEmpty() || (seconds >= SEEN_SECONDS && (touched || beats >= 2));
    }

    /**
     * What somebody may want to know.
     *
     * @param hasEnd whether the material is something that one reads to the end
     */
    Set<Deed> deeds(boolean priced, boolean hasEnd) {
        var deeds = EnumSet.of(Deed.OPENED);
        deeds.addAll(taps);
        if (seconds >= STAYED_SECONDS) {
            deeds.add(Deed.STAYED);
        }
        if (seconds >= READ_SECONDS && percent >= READ_PERCENT) {
            deeds.add(Deed.READ);
        }
        if (seconds >= LONG_SECONDS || (hasEnd && percent >= TO_THE_END && seconds >= STAYED_SECONDS)) {
            deeds.add(Deed.READ_LONG);
        }
        if (priced && longestPageSeconds() >= STUDIED_SECONDS) {
            deeds.add(Deed.PAGE_STUDIED);
        }
        return deeds;
    }

    /** The page that was looked at longest, from 1; empty when there are no pages. */
    Optional<Integer> longestPage() {
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.indexOf(longestPageSeconds()) + 1);
    }

    boolean isReadByAnother() {
        return seconds >= READ_SECONDS;
    }

    private int longestPageSeconds() {
        return pages.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static void count(List<Integer> pages, int page, int seconds) {
        while (pages.size() < page) {
            pages.add(0);
        }
        pages.set(page - 1, pages.get(page - 1) + seconds);
    }

    private static Optional<Deed> tap(String kind) {
        return switch (kind) {
            case "call" -> Optional.of(Deed.CALL_TAPPED);
            case "find" -> Optional.of(Deed.FIND_ME_TAPPED);
            case "phone" -> Optional.of(Deed.PHONE_LEFT);
            default -> Optional.empty();
        };
    }
}
