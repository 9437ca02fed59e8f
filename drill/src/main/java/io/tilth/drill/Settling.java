package io.tilth.drill;

import io.tilth.drill.site.Site;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until nothing is left to do, so that what is missing then is lost and not merely late. */
record Settling(Site site) {

    private static final Duration LONGEST = Duration.ofMinutes(7);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int LOOKS = 3;

    private static final Map<String, String> WAITING = new LinkedHashMap<>();

    static {
        WAITING.put("callbacks to work off", "select count(*) from wecom.callback_due");
        WAITING.put("welcomes to send", "select count(*) from messaging.waiting_welcome");
        WAITING.put("beats to count", "select count(*) from tracking.event_due where due_at <= now()");
        WAITING.put("events to hear", "select count(*) from kernel.event_publication");
        WAITING.put(
                "messages to bring",
                "select count(*) from directory.notice where state in ('WAITING', 'SENDING') and due_at <= now()");
    }

    /** What is still waiting when patience ends; nothing, as a rule. */
    List<String> await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        int quiet = 0;
        var waiting = waiting();
        while (quiet < LOOKS && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(A_MOMENT.toNanos());
            waiting = waiting();
            quiet = waiting.isEmpty() ? quiet + 1 : 0;
        }
        return waiting;
    }

    private List<String> waiting() {
        var waiting = new ArrayList<String>();
        if (site.sandbox().callbacks().pending() > 0) {
            waiting.add(site.sandbox().callbacks().pending() + " callbacks to tell");
        }
        try (var connection = site.database().connect();
                var question = connection.createStatement()) {
            for (var one : WAITING.entrySet()) {
                try (var answer = question.executeQuery(one.getValue())) {
                    answer.next();
                    if (answer.getLong(1) > 0) {
                        waiting.add(answer.getLong(1) + " " + one.getKey());
                    }
                }
            }
        } catch (SQLException | IOException away) {
            waiting.add("the database: " + away.getMessage());
        }
        return waiting;
    }
}
