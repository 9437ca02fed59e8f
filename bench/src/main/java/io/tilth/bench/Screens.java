package io.tilth.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workbenches that are open all the while: one of each guide, which are listened to, and many of others. */
final class Screens {

    /** Whose screens wait without being told much: they are not the guides of the code. */
    private static final List<String> OTHERS = List.of("gumin", "hechuan", "xuan", "shen", "boss");

    private static final int WATCHED_SECONDS = 10;

    private final List<Map<String, Long>> guides = new ArrayList<>();
    private final DemoCompany company;

    Screens(DemoCompany company) {
        this.company = company;
    }

    /** Opens those of the guides alone. */
    void open() {
        for (var login : WalkStage.GUIDES.values()) {
            guides.add(session(login).listen());
        }
    }

    /** Opens them, and looks what they cost while nothing happens. */
    Idle open(int count) throws Exception {
        long before = company.screensAt().memory();
        open();
        var others = OTHERS.stream().map(this::session).toList();
        for (int i = guides.size(); i < count; i++) {
            others.get(i % others.size()).listen();
        }
        TimeUnit.SECONDS.sleep(5); // until all are open
        long requests = requests();
        var used = company.used();
        TimeUnit.SECONDS.sleep(WATCHED_SECONDS);
        double processor = (company.used().minus(used).toNanos()) / 1e7 / WATCHED_SECONDS;
        return new Idle(count, (company.screensAt().memory() - before) / 1024.0, processor, requests() - requests);
    }

    /** When the first screen of a guide heard of it. */
    Stream<Long> told(String topic, @Nullable String id) {
        return guides.stream()
                .flatMap(screen -> Stream.ofNullable(screen.get(topic + "/" + id)))
                .sorted()
                .limit(1);
    }

    private Session session(String login) {
        return Session.of(company.screensAt().port(), login);
    }

    private long requests() throws IOException, InterruptedException {
        return Long.parseLong(company.screensAt().get("/open/bench/requests").strip());
    }

    /**
     * What open screens cost while nothing happens.
     *
     * @param megabytes by which the server grew when they were opened
     * @param processor of one processor, in percent; the server's own jobs are among it
     * @param requests that came meanwhile
     */
    record Idle(int screens, double megabytes, double processor, long requests) {

        static final Duration WATCHED = Duration.ofSeconds(WATCHED_SECONDS);

        @Override
        public String toString() {
            return "%d screens open: %.0f MB more, %.1f %% of a processor and %d requests in %d s of rest"
                    .formatted(screens, megabytes, processor, requests, WATCHED.toSeconds());
        }
    }
}
