package io.tilth.drill.load;

import io.tilth.drill.load.Reader.Link;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** People without a name who read an open link: one page after another, each until nobody would read longer. */
final class Strangers {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    /** As many as a page of a document and a depth in percent can tell apart. */
    private static final int READERS_PER_SHARE = 500;

    private static final int BEATS = 90;

    private final Stage stage;
    private final Patience patience;
    private final Ledger ledger;
    private final AtomicInteger readers = new AtomicInteger();
    private Link newest = new Link(URI.create("http://localhost"), "", 0);

    Strangers(Stage stage, Patience patience, Ledger ledger) {
        this.stage = stage;
        this.patience = patience;
        this.ledger = ledger;
    }

    void read() throws InterruptedException {
        while (patience.begins()) {
            try {
                read(Reader.stranger(link(), ledger));
            } catch (IOException notNow) {
                patience.pauses(A_MOMENT);
            }
        }
    }

    private synchronized Link link() throws InterruptedException {
        int number = readers.getAndIncrement() % READERS_PER_SHARE;
        if (number == 0) {
            var share = stage.marketer()
                    .insist(
                            "POST",
                            "/api/v1/shares",
                            Stage.form("materialId", stage.article(), "customerId", null, "way", "OPEN"));
            newest = new Link(
                    URI.create(share.path("url").asString()), share.path("id").asString(), 0);
        }
        return new Link(newest.address(), newest.share(), number + 1);
    }

    private void read(Reader page) throws InterruptedException {
        for (int i = 0; i < BEATS && patience.begins(); i++) {
            page.reads();
            if (i % 10 == 9) {
                page.repeats();
            }
            patience.pauses(A_MOMENT);
        }
        while (!page.tells() && patience.pauses(A_MOMENT)) {
            // what was not heard is told again
        }
    }
}
