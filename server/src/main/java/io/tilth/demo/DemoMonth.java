package io.tilth.demo;

import io.tilth.customer.CustomerId;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoSales.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the guides did in a month, and what came of it. The figures come out exactly; who, when and how long is drawn,
 * and always drawn the same.
 */
class DemoMonth {

    private static final long SEED = 20_261_122;

    /** Priced materials that are looked at again, of all that are read. */
    private static final int AGAIN_OF = 24;

    private final DemoCast cast;
    private final DemoFigures figures;
    private final DemoRhythm rhythm;
    private final DemoPlot plot = new DemoPlot();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Friend> newcomers;
    private final List<Friend> old;
    private final Set<CustomerId> taken = new HashSet<>();
    private final Optional<Friend> star;
    private final Optional<Friend> counter;

    DemoMonth(DemoCast cast, DemoFigures figures, Instant now) {
        this.cast = cast;
        this.figures = figures;
        this.rhythm = new DemoRhythm(random.split(), now);
        this.newcomers = shuffled(cast.newcomers());
        this.old = shuffled(cast.old());
        this.star = DemoStories.star(cast, rhythm);
        this.counter = DemoStories.counter(cast, rhythm);
    }

    DemoPlot plot() {
        var stories = new DemoStories(cast, rhythm, plot);
        star.ifPresent(stories::star);
        counter.ifPresent(stories::counter);
        Stream.of(star, counter).flatMap(Optional::stream).forEach(one -> taken.add(customer(one)));
        cast.newcomers()
                .forEach(friend -> friend.met()
                        .map(met -> met.plusSeconds(1))
                        .ifPresent(met -> plot.at(met, stage -> stage.move(friend.pair(), "新添加", met))));
        sell();
        strangers();
        return plot;
    }

    /** Each story has one share, read and answered, and read once more. */
    private void sell() {
        int told = taken.size();
        int again = Math.min(AGAIN_OF, figures.read() / 20);
        var sales = new DemoSales(cast, rhythm, plot, random, figures.likely(), again);
        casting(told).forEach((course, friends) -> friends.forEach(friend -> sales.play(friend, course)));
        int skimmed = figures.alerts() - figures.read() - told - again;
        int glanced = figures.opened() - figures.read() - skimmed;
        anybody(skimmed).forEach(friend -> sales.play(friend, Course.SKIMMED));
        anybody(glanced).forEach(friend -> sales.play(friend, Course.GLANCED));
        for (int more = figures.opened(); more < figures.shares(); more++) {
            sales.play(old.get(random.nextInt(old.size())), Course.UNOPENED);
        }
    }

    /** Whoever goes furthest must have come earliest. */
    private Map<Course, List<Friend>> casting(int told) {
        var casting = new LinkedHashMap<Course, List<Friend>>();
        var won = new ArrayList<Friend>();
        new TreeMap<>(figures.deals()).forEach((channel, count) -> {
            long done =
                    star.filter(one -> one.channel().equals(channel)).stream().count();
            won.addAll(lately(count - (int) done, Optional.of(channel), 13));
        });
        casting.put(Course.WON, won);
        int quoted = figures.quoted() - figures.won() - (counter.isPresent() ? 1 : 0);
        casting.put(Course.QUOTED, lately(quoted, Optional.empty(), 10));
        casting.put(Course.MEASURED, lately(figures.measured() - figures.quoted(), Optional.empty(), 7));
        casting.put(Course.BOOKED, lately(figures.booked() - figures.measured(), Optional.empty(), 5));
        int turnedTo = figures.contacted() - figures.booked();
        int left = figures.read() - figures.contacted();
        var others = new ArrayList<>(lately((turnedTo + left) / 2, Optional.empty(), 3));
        others.addAll(longAgo(turnedTo + left - others.size()));
        var drawn = new LinkedHashMap<Friend, Double>();
        others.forEach(one -> drawn.put(one, -one.diligence() - random.nextDouble(0.5)));
        others.sort(Comparator.comparing(drawn::get));
        casting.put(Course.TURNED_TO, others.subList(0, turnedTo));
        casting.put(Course.READ, others.subList(turnedTo, others.size()));
        return casting;
    }

    private void strangers() {
        var strangers = new DemoStrangers(cast, rhythm, plot, random);
        int li = star.isPresent() ? 1 : 0;
        strangers.read(old, figures.strangers() - figures.known() - li);
        var found = newcomers.stream()
                .filter(friend -> isBefore(friend, 1) && !isBefore(friend, 25))
                .filter(friend -> !friend.equals(star.orElse(null)) && !friend.equals(counter.orElse(null)))
                .limit(figures.known())
                .toList();
        strangers.becomeKnown(found);
    }

    private List<Friend> anybody(int count) {
        var some = new ArrayList<>(lately(count / 3, Optional.empty(), 1));
        some.addAll(longAgo(count - some.size()));
        return some;
    }

    /** Newcomers of so many days ago or more of whom nothing is told yet. */
    private List<Friend> lately(int count, Optional<String> channel, int days) {
        return take(
                newcomers.stream()
                        .filter(friend -> channel.isEmpty() || channel.get().equals(friend.channel()))
                        .filter(friend -> isBefore(friend, days)),
                count);
    }

    private List<Friend> longAgo(int count) {
        return take(old.stream(), count);
    }

    private List<Friend> take(Stream<Friend> some, int count) {
        var found = some.filter(friend -> !taken.contains(customer(friend)))
                .limit(Math.max(0, count))
                .toList();
        found.forEach(friend -> taken.add(customer(friend)));
        return found;
    }

    private boolean isBefore(Friend friend, int days) {
        var then = rhythm.now().minus(Duration.ofDays(days));
        return friend.met().filter(then::isAfter).isPresent();
    }

    private List<Friend> shuffled(List<Friend> some) {
        var all = new ArrayList<>(some);
        Collections.shuffle(all, new Random(random.nextLong()));
        return List.copyOf(all);
    }

    private static CustomerId customer(Friend friend) {
        return friend.pair().customer();
    }
}
