package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a power cut: of the server, of its database, of both. */
class KillTest {

    private static final int ROUNDS = Boolean.getBoolean("tilth.long") ? 20 : 3;
    private static final int WRITERS = 8;

    private final Random random = new Random(20261122);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        var acknowledged = new HashSet<String>();
        var server = PackagedServer.start(home);
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(writeUntilKilled(server, round));
            server = PackagedServer.start(home, server.port());
            var kept = names(Api.signedIn(server.port(), "lin", Demo.PASSWORD));
            assertThat(kept).as("round %d", round).containsAll(acknowledged);
        }
        server.stop();
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 5);
    }

    private Set<String> writeUntilKilled(PackagedServer server, int round) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var api = Api.signedIn(server.port(), "lin", Demo.PASSWORD);
            for (int writer = 0; writer < WRITERS; writer++) {
                var name = "r" + round + "w" + writer;
                writers.submit(() -> write(api, name, acknowledged));
            }
            // A moment chosen by the seed, somewhere in the middle of the writing.
            assertThat(writers.awaitTermination(700 + random.nextInt(900), TimeUnit.MILLISECONDS))
                    .isFalse();
            if (round % 3 != 0) {
                server.kill();
            }
            if (round % 3 != 1) {
                server.killDatabase();
                server.kill();
            }
        }
        return acknowledged;
    }

    private static void write(Api api, String name, Set<String> acknowledged) {
        for (int number = 0; number < 100_000; number++) {
            var view = name + "n" + number;
            try {
                var answer = api.post("/api/v1/views", """
                        {"page": "audit", "name": "%s", "query": "", "shared": false}""".formatted(view));
                if (answer.statusCode() >= 300) {
                    return;
                }
                acknowledged.add(view);
            } catch (IOException | InterruptedException killed) {
                return;
            }
        }
    }

    private static Set<String> names(Api api) throws IOException, InterruptedException {
        var views = api.json("/api/v1/views?page=audit");
        return IntStream.range(0, views.size())
                .mapToObj(index -> views.get(index).get("name").asString())
                .collect(Collectors.toSet());
    }
}
