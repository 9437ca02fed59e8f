package io.tilth.insight.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server tells somebody who looks at the overview. */
record Told(Probing who) {

    private static final JsonMapper JSON = JsonMapper.shared();

    JsonNode overview(Period period) {
        return get("?period=" + period);
    }

    JsonNode funnel(Period period) {
        return get("/funnel?period=" + period);
    }

    JsonNode ranking(Period period, Ranking.By by, Ranking.Of of) {
        return get("/ranking?period=" + period + "&by=" + by + "&of=" + of);
    }

    List<UUID> rows(Figure figure, Period period, String more) {
        var ids = new ArrayList<UUID>();
        String cursor = "";
        do {
            var page = get("/rows?limit=50&figure=" + figure + "&period=" + period + more + "&cursor=" + cursor);
            page.get("items")
                    .forEach(row -> ids.add(UUID.fromString(row.get("id").asString())));
            cursor = page.get("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    /** How many of this figure the page shows. */
    long shown(Figure figure, Period period) {
        return switch (figure) {
            case NEWCOMERS, LOST, FRIENDS, FRIENDSHIPS ->
                overview(period)
                        .at(
                                switch (figure) {
                                    case NEWCOMERS -> "/newcomers/now";
                                    case LOST -> "/lost/now";
                                    case FRIENDS -> "/customers";
                                    default -> "/friendships";
                                })
                        .asLong();
            case SHARED, OPENED, READ, CONTACTED ->
                funnel(period).at("/" + figure.name().toLowerCase() + "/now").asLong();
            case OPENINGS ->
                sum(ranking(period, Ranking.By.OPENINGS, Ranking.Of.MEMBERS).get("rows"), "/change/now");
            case ANSWERED ->
                sum(ranking(period, Ranking.By.ANSWERED, Ranking.Of.MEMBERS).get("rows"), "/change/now");
        };
    }

    static long sum(JsonNode rows, String figure) {
        long sum = 0;
        for (var row : rows) {
            sum += row.at(figure).asLong();
        }
        return sum;
    }

    private JsonNode get(String path) {
        var answer = who.get("/api/v1/overview" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
