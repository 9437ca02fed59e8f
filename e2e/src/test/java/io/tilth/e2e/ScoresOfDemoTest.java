package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever reads the timeline of anybody in the demo company can count the score again that is shown for them. */
class ScoresOfDemoTest {

    /** Shown scores are whole, and some seconds pass between the two answers. */
    private static final double ROUNDED = 0.51;

    private final Set<String> right = new HashSet<>();
    private int warm;
    private Api marketer;

    @Test
    void areWhatTheTimelinesOfAllItsCustomersSay() throws Exception {
        marketer = Api.signedIn(PlayedDemo.shared().server().port(), "shen", Demo.PASSWORD);
        Awaitility.await("the month of history")
                .atMost(Duration.ofMinutes(8)) // its documents are painted first
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> marketer.json("/api/v1/overview/funnel?period=LAST_30")
                                        .at("/contacted/now")
                                        .asInt()
                                > 0
                        && marketer.json("/api/v1/first-walk").path("told").asInt() == 100);
        // A score that moves between two answers is asked for again.
        Awaitility.await("every score")
                .atMost(Duration.ofMinutes(5))
                .pollInSameThread()
                .untilAsserted(() -> assertThat(wrong()).isEmpty());
        assertThat(right).hasSizeGreaterThan(4_000);
        assertThat(warm).isGreaterThan(700);
    }

    private List<String> wrong() throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (var customer : all("/api/v1/customers?limit=100")) {
            var id = customer.path("id").asString();
            if (right.contains(id)) {
                continue;
            }
            int shown = customer.path("score").asInt();
            double counted = counted(customer);
            if (Math.abs(shown - counted) > ROUNDED) {
                wrong.add(customer.path("name").asString() + ": " + shown + " is shown, " + counted + " counted");
                continue;
            }
            right.add(id);
            warm += shown > 0 ? 1 : 0;
        }
        return wrong;
    }

    /** Those who are nobody's friend any more have none. */
    private double counted(JsonNode customer) throws IOException, InterruptedException {
        return customer.path("lostAt").isString()
                ? 0
                : Recount.of(
                        all("/api/v1/customers/" + customer.path("id").asString() + "/timeline?limit=100")
                                .reversed(),
                        Instant.now());
    }

    private List<JsonNode> all(String path) throws IOException, InterruptedException {
        var rows = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = marketer.json(path + cursor);
            page.path("items").forEach(rows::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }
}
