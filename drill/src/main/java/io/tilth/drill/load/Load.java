package io.tilth.drill.load;

import io.tilth.drill.load.Session.GivenUp;
import io.tilth.drill.site.Site;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A modest crowd: somebody scans every second, some read, and a marketer works. */
public final class Load {

    private static final Duration BETWEEN_SCANS = Duration.ofMillis(900);
    private static final Duration BETWEEN_DEEDS = Duration.ofMillis(1_500);
    private static final Duration INSISTS = Duration.ofSeconds(60);
    private static final int STRANGERS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Site site;
    private final Stage stage;
    private final Patience patience;
    private final Ledger ledger;

    private Load(Site site, Stage stage, Patience patience, Ledger ledger) {
        this.site = site;
        this.stage = stage;
        this.patience = patience;
        this.ledger = ledger;
    }

    /** Comes back when the stage is set and the crowd is there. */
    public static Load begin(Site site, Ledger ledger) throws InterruptedException {
        var patience = new Patience();
        var load = new Load(site, Stage.set(site, patience, ledger), patience, ledger);
        load.begin();
        return load;
    }

    private void begin() {
        play(this::scan);
        play(() -> work(true));
        play(() -> work(false));
        var strangers = new Strangers(stage, patience, ledger);
        for (int i = 0; i < STRANGERS; i++) {
            play(strangers::read);
        }
    }

    private interface Part {
        void play() throws InterruptedException;
    }

    /** A part that breaks off would leave less to lose, so that is told as well. */
    private void play(Part part) {
        threads.execute(() -> {
            try {
                part.play();
            } catch (GivenUp end) {
                // the drill is over; the ledger says how far it came
            } catch (InterruptedException | RuntimeException broken) {
                ledger.surprise("somebody broke off: " + broken);
            }
        });
    }

    /** Nothing new begins; comes back when everybody has heard what they wait for, or gives up. */
    public void end() throws InterruptedException {
        patience.over(INSISTS);
        threads.shutdown();
        if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Somebody still waits for an answer.");
        }
    }

    private void scan() throws InterruptedException {
        var walk = new Walk(site.sandbox().actors().customers(), stage, patience, ledger);
        for (int number = 1; patience.begins(); number++) {
            var name = "演练 " + number;
            play(() -> walk.go(name));
            patience.pauses(BETWEEN_SCANS);
        }
    }

    /** Opens channels: half of them insisting under one key, half asking once and never again. */
    private void work(boolean insists) throws InterruptedException {
        while (patience.begins()) {
            var name =
                    (insists ? "演练反复 " : "演练一次 ") + UUID.randomUUID().toString().substring(0, 18);
            var channel = Stage.form("name", name, "parentId", null, "order", 0);
            ledger.tries(name);
            if (insists) {
                stage.marketer().insist("POST", "/api/v1/channels", channel);
                ledger.did(name);
            } else if (stage.marketer().ask("POST", "/api/v1/channels", channel).isGood()) {
                ledger.did(name);
            }
            patience.pauses(BETWEEN_DEEDS);
        }
    }
}
