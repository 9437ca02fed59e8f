package io.tilth.demo;

import io.tilth.customer.Scores.Kind;
import io.tilth.demo.DemoCast.Friend;
import io.tilth.demo.DemoCast.Reading;
import io.tilth.tracking.Past.Look;
import io.tilth.tracking.Shares.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two customers who come back to their quote after a silence. One is called within three minutes and buys; the other is
 * called by nobody and leaves.
 */
class DemoStories {

    static final String STAR = "王先生";
    static final String COUNTER = "赵女士";
    static final LocalTime MET = LocalTime.of(10, 32);
    static final int STAR_MET = 27;
    static final int COUNTER_MET = 24;

    private static final String QUOTE = "报价单";

    private final DemoRhythm rhythm;
    private final DemoPlot plot;
    private final Reading quote;

    DemoStories(DemoCast cast, DemoRhythm rhythm, DemoPlot plot) {
        this.rhythm = rhythm;
        this.plot = plot;
        this.quote = cast.material(QUOTE);
    }

    static Optional<Friend> star(DemoCast cast, DemoRhythm rhythm) {
        return cast.find(STAR, rhythm.at(STAR_MET, MET));
    }

    static Optional<Friend> counter(DemoCast cast, DemoRhythm rhythm) {
        return cast.find(COUNTER, rhythm.at(COUNTER_MET, MET));
    }

    void star(Friend wang) {
        var pair = wang.pair();
        begin("wang", wang, 20, 18, 16);
        plot.read("wang", wang, new Look(at(3, 20, 41), 155, 62, List.of(5, 10, 130, 5, 5), Set.of()));
        var wife = new Look(at(3, 20, 42).plusSeconds(30), 196, 100, List.of(20, 25, 40, 30, 25, 20, 20, 16), Set.of());
        plot.stranger("wang", "li", "customer:" + pair.customer().value(), wife);
        plot.at(at(3, 20, 44), stage -> stage.answer("wang", wang.member(), true, at(3, 20, 44)));
        plot.at(at(2, 15, 10), stage -> stage.did(pair, Kind.SHOP_VISITED, at(2, 15, 10)));
        plot.at(at(1, 16, 30), stage -> stage.move(pair, "已成交", at(1, 16, 30)));
    }

    void counter(Friend zhao) {
        begin("zhao", zhao, 21, 18, 16);
        plot.read("zhao", zhao, new Look(at(6, 15, 10), 165, 62, List.of(5, 10, 140, 5, 5), Set.of()));
        var half = at(6, 15, 10).plus(Duration.ofMinutes(30));
        plot.at(half, stage -> stage.overdue("zhao", zhao.member(), half));
    }

    /** Appointment, measuring, and a quote that is read at once. */
    private void begin(String name, Friend friend, int booked, int measured, int quoted) {
        var pair = friend.pair();
        plot.at(at(booked, 19, 20), stage -> {
            stage.move(pair, "已预约", at(booked, 19, 20));
            stage.did(pair, Kind.BOOKED, at(booked, 19, 20));
        });
        plot.at(at(measured, 10, 15), stage -> {
            stage.move(pair, "已到店/量尺", at(measured, 10, 15));
            stage.did(pair, Kind.SHOP_VISITED, at(measured, 10, 15));
        });
        plot.send(name, pair, quote.id(), Way.ONE_TO_ONE, at(quoted, 15, 20));
        plot.at(at(quoted, 15, 21), stage -> stage.move(pair, "已报价", at(quoted, 15, 21)));
        var look = new Look(at(quoted, 16, 2), 220, 100, List.of(20, 30, 35, 30, 30, 25, 25, 25), Set.of());
        plot.read(name, friend, look);
        plot.at(at(quoted, 16, 20), stage -> stage.answer(name, friend.member(), false, at(quoted, 16, 20)));
    }

    private Instant at(int daysAgo, int hour, int minute) {
        return rhythm.at(daysAgo, LocalTime.of(hour, minute));
    }
}
