package io.tilth.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Companies that the operator has opened, each with keys to ask with; made as people make them. */
final class Neighbours {

    private static final String PASSWORD = "bench-neighbours-2026";

    private final int port;
    private final Session operator;

    Neighbours(int port) {
        this.port = port;
        this.operator = Session.of(port, "operator");
    }

    /** One company and its keys. */
    List<String> open(String name, int keys) {
        var tenant = operator.ask(
                        "POST",
                        "/api/v1/operator/tenants",
                        Map.of(
                                "name",
                                name,
                                "trade",
                                "HOME",
                                "timeZone",
                                "Asia/Shanghai",
                                "plan",
                                "STANDARD",
                                "validUntil",
                                in(Duration.ofDays(30))))
                .path("id")
                .asLong();
        var link = operator.ask(
                        "POST", "/api/v1/operator/tenants/" + tenant + "/admin-invitations", Map.of("name", name))
                .path("link")
                .asString();
        try (var administrator = Session.joined(port, link.substring(link.indexOf('#') + 1), login(name), PASSWORD)) {
            var made = new ArrayList<String>();
            for (int number = 1; number <= keys; number++) {
                made.add(key(administrator, number));
            }
            return made;
        }
    }

    private static String key(Session administrator, int number) {
        return administrator
                .ask(
                        "POST",
                        "/api/v1/api-keys",
                        Map.of(
                                "name",
                                "bench " + number,
                                "rights",
                                List.of("audit:read"),
                                "expiresAt",
                                in(Duration.ofDays(7))))
                .path("key")
                .asString();
    }

    private static String login(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }
}
