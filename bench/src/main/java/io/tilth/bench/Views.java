package io.tilth.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Customers who open the quote that they were sent, so many a second, and the alerts that ring about it. */
final class Views {

    private final WalkStage stage;
    private final Screens screens;
    private final List<WalkStage.Quote> quotes;
    private final Pace pace;
    private final long[] opened;

    private Views(WalkStage stage, Screens screens, List<WalkStage.Quote> quotes, Pace pace) {
        this.stage = stage;
        this.screens = screens;
        this.quotes = quotes;
        this.pace = pace;
        this.opened = new long[quotes.size()];
    }

    /** Comes back when every customer has the page open and nothing told of it yet. */
    static Views prepare(WalkStage stage, Screens screens, String run, int perSecond, int seconds) throws Exception {
        return new Views(stage, screens, stage.quotes(run, perSecond * seconds), new Pace(perSecond, seconds));
    }

    int count() {
        return quotes.size();
    }

    /** The outcome says how many were not acknowledged. */
    Callable<Long> begin() {
        return pace.begin((number, due) -> {
            opened[number] = due;
            quotes.get(number).page().insist();
        });
    }

    /** From when each was due to the signal on the guide's screen, of all that rang in the end. */
    Latency alerted() throws InterruptedException {
        var alerts = stage.alerts(quotes);
        return Latency.of(IntStream.range(0, quotes.size())
                .boxed()
                .flatMap(one -> screens.told("alert", alerts.get(quotes.get(one).customer()))
                        .map(at -> at - opened[one]))
                .toList());
    }
}
