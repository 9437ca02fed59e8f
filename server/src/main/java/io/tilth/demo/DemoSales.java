package io.tilth.demo;

import io.tilth.customer.Scores.Kind;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoCast.Reading;
import io.tilth.tracking.Past.Look;
import io.tilth.tracking.Shares.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What becomes of one material that a guide sends to one customer. */
class DemoSales {

    /** How far it goes. */
    enum Course {
        UNOPENED,
        GLANCED,
        /** Long enough for an alert, too short to count as read. */
        SKIMMED,
        READ,
        TURNED_TO,
        BOOKED,
        MEASURED,
        QUOTED,
        WON;

        boolean isTurnedTo() {
            return compareTo(TURNED_TO) >= 0;
        }
    }

    private static final List<String> STAGES = List.of("有意向", "已预约", "已到店/量尺", "已报价", "已成交");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SLOWEST_MINUTES = 420;

    private final DemoCast cast;
    private final DemoRhythm rhythm;
    private final DemoPlot plot;
    private final SplittableRandom random;
    private int likely;
    private int again;
    private int number;

    /**
     * @param likely how many are read by a device of which nobody knows whose it is
     * @param again how many priced materials are looked at once more, a day or more later
     */
    DemoSales(DemoCast cast, DemoRhythm rhythm, DemoPlot plot, SplittableRandom random, int likely, int again) {
        this.cast = cast;
        this.rhythm = rhythm;
        this.plot = plot;
        this.random = random;
        this.likely = likely;
        this.again = again;
    }

    /** How many second looks are still to be told. */
    int left() {
        return likely + again;
    }

    void play(Friend friend, Course course) {
        var share = "one/%04d".formatted(++number);
        var material = material(course);
        var sent = sent(friend, course);
        plot.send(share, friend.pair(), material.id(), Way.ONE_TO_ONE, sent);
        if (course == Course.UNOPENED) {
            return;
        }
        var at = rhythm.between(sent.plusSeconds(150), sent.plus(Duration.ofHours(course.isTurnedTo() ? 10 : 2)));
        read(share, friend, course, look(material, at, course));
        if (course.isTurnedTo()) {
            turnTo(share, friend, course, at);
        } else if (course == Course.READ) {
            neglect(share, friend, material, at);
        }
    }

    private Reading material(Course course) {
        return switch (course) {
            case GLANCED, SKIMMED -> any(cast.free());
            case QUOTED, WON -> cast.material(random.nextInt(3) > 0 ? "报价单" : "价目表");
            default -> any(cast.materials());
        };
    }

    /** Soon after a newcomer came; to others, early enough for all that follows. */
    private Instant sent(Friend friend, Course course) {
        var last = rhythm.now().minus(course.isTurnedTo() ? DAY.multipliedBy(2) : Duration.ofHours(4));
        int days = 3 + 3 * Math.max(0, course.compareTo(Course.TURNED_TO));
        var from = friend.met().map(met -> met.plusSeconds(480)).orElseGet(() -> rhythm.within(29, days));
        if (course.compareTo(Course.READ) <= 0 && friend.met().isEmpty()) {
            return rhythm.awake(rhythm.between(from, last));
        }
        var to = from.plus(Duration.ofHours(20));
        var sent = rhythm.awake(rhythm.between(from, to.isBefore(last) ? to : last));
        return sent.isBefore(last) ? sent : last;
    }

    private Look look(Reading material, Instant at, Course course) {
        int seconds = switch (course) {
            case GLANCED -> random.nextInt(3, 10);
            case SKIMMED -> random.nextInt(12, 28);
            default -> 31 + (int) (random.nextDouble() * random.nextDouble() * 230);
        };
        int percent = course == Course.GLANCED ? random.nextInt(5, 30) : Math.min(100, 50 + seconds / 3);
        return new Look(at, seconds, percent, pages(material.pages(), seconds), Set.of());
    }

    /** One page holds them, the others are turned over. */
    private List<Integer> pages(int count, int seconds) {
        var pages = new ArrayList<Integer>();
        int favourite = count == 0 ? 0 : random.nextInt(count);
        for (int page = 0; page < count; page++) {
            pages.add(page == favourite ? seconds / 2 : seconds / 2 / count);
        }
        return pages;
    }

    private void read(String share, Friend friend, Course course, Look look) {
        boolean unknown = likely > 0 && (course == Course.READ || course == Course.TURNED_TO) && number % 5 == 0;
        if (unknown) {
            likely--;
            plot.stranger(share, "likely:" + share, "", look);
        } else {
            plot.read(share, friend, look);
        }
    }

    private void turnTo(String share, Friend friend, Course course, Instant read) {
        double slow = 1 - friend.diligence();
        long minutes = 3 + (long) (SLOWEST_MINUTES * slow * slow * (0.2 + random.nextDouble()));
        var answered = rhythm.awake(read.plus(Duration.ofMinutes(minutes)));
        boolean called = random.nextInt(4) == 0;
        plot.at(answered, stage -> stage.answer(share, friend.member(), called, answered));
        var at = answered.plusSeconds(60);
        for (int step = Course.TURNED_TO.ordinal(); step <= course.ordinal(); step++) {
            var name = STAGES.get(step - Course.TURNED_TO.ordinal());
            var then = at;
            plot.at(then, stage -> stage.move(friend.pair(), name, then));
            signal(Course.values()[step])
                    .ifPresent(kind -> plot.at(then, stage -> stage.did(friend.pair(), kind, then)));
            at = rhythm.awake(rhythm.between(at.plus(Duration.ofHours(14)), at.plus(Duration.ofHours(50))));
        }
    }

    private static Optional<Kind> signal(Course course) {
        return switch (course) {
            case BOOKED -> Optional.of(Kind.BOOKED);
            case MEASURED -> Optional.of(Kind.SHOP_VISITED);
            default -> Optional.empty();
        };
    }

    /** Nobody turns to them; what is priced reaches the manager, and some look once more. */
    private void neglect(String share, Friend friend, Reading material, Instant read) {
        if (!material.priced()) {
            return;
        }
        var overdue = rhythm.awake(read.plus(Duration.ofMinutes(30)));
        plot.at(overdue, stage -> stage.overdue(share, friend.member(), overdue));
        var next = rhythm.between(read.plus(Duration.ofHours(25)), read.plus(Duration.ofHours(80)));
        if (again > 0 && next.isBefore(rhythm.now().minus(Duration.ofHours(1)))) {
            again--;
            var look = new Look(next, random.nextInt(12, 50), 60, List.of(), Set.of());
            plot.read(share, friend, look);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
