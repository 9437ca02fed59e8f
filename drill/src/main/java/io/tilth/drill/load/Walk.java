package io.tilth.drill.load;

import io.tilth.drill.check.Told.Scan;
import io.tilth.drill.check.Told.View;
import io.tilth.drill.load.Reader.Link;
import io.tilth.drill.load.Session.Answer;
import io.tilth.drill.site.Site;
import io.tilth.sandbox.actor.CustomerDeeds;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One customer's way: scans the code, is sent a quote once the guide knows them, opens it and reads. */
record Walk(CustomerDeeds people, Stage stage, Patience patience, Ledger ledger) {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int MOST_MOMENTS = 30;
    private static final int BEATS = 4;

    void go(String name) throws InterruptedException {
        var person = people.appear(name);
        var follow = people.scan(person, stage.code()).orElseThrow();
        var scan = new Scan(name, Site.CORP, follow.user().toLowerCase(Locale.ROOT), follow.customer());
        ledger.scanned(scan);
        var customer = known(scan);
        if (customer.isPresent()) {
            read(send(scan, customer.get()), person.id());
        }
    }

    /** The guide looks beside the chat whether we know who that is; not before WeCom's callback could be heard. */
    private Optional<String> known(Scan scan) throws InterruptedException {
        var path = "/api/v1/sidebar/customer?userId=" + URLEncoder.encode(scan.external(), StandardCharsets.UTF_8);
        var guide = stage.guides().get(scan.user());
        // Whose callback met no server may not be known for long: ever fewer looks, so that they do not add up to a
        // crowd.
        for (int look = 1; patience.pauses(A_MOMENT.multipliedBy(Math.min(look, MOST_MOMENTS))); look++) {
            Answer answer = guide.ask("GET", path, Map.of());
            if (answer.isGood()) {
                return Optional.of(answer.json().path("id").asString());
            }
            if (!patience.begins() && !answer.isNone()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Link send(Scan scan, String customer) throws InterruptedException {
        var guide = stage.guides().get(scan.user());
        var share = guide.insist(
                "POST",
                "/api/v1/shares",
                Stage.form("materialId", stage.quote(), "customerId", customer, "way", "ONE_TO_ONE"));
        var id = share.path("id").asString();
        guide.insist("POST", "/api/v1/shares/" + id + "/sent", Map.of());
        ledger.opened(new View(id, customer, scan.corp(), scan.user()));
        return new Link(URI.create(share.path("url").asString()), id, 1);
    }

    private void read(Link link, String person) throws InterruptedException {
        while (patience.insists()) {
            try {
                read(Reader.friend(link, person, ledger));
                return;
            } catch (IOException notNow) {
                patience.pauses(A_MOMENT);
            }
        }
    }

    private void read(Reader page) throws InterruptedException {
        for (int i = 0; i < BEATS; i++) {
            page.reads();
            patience.pauses(A_MOMENT);
        }
        page.repeats();
        while (!page.tells() && patience.pauses(A_MOMENT)) {
            // what was not heard is told again
        }
    }
}
