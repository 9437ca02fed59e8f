package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a page was told is safe, is there, once, though the server is killed in the middle of it. */
class BeatKillTest {

    private static final int ROUNDS = Boolean.getBoolean("tilth.long") ? 30 : 2;
    private static final int PAGES = 16;

    private final AtomicInteger number = new AtomicInteger();
    private final Random random = new Random(20261122);
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TenantId tenant = Probing.on(0, "none:at-all").tenant();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void losesAndDoublesNothingWhenKilledUnderLoad() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var node = BeatNode.start(folder, tenant);
            int enough = acknowledged.size() + 200 + random.nextInt(400);
            try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int page = 0; page < PAGES; page++) {
                    pages.submit(() -> tellUntilItBreaks(node));
                }
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> acknowledged.size() >= enough);
                node.kill();
            }
            assertThat(stored()).containsAll(acknowledged).doesNotHaveDuplicates();
        }
        System.out.printf("%d kills: %d beats acknowledged, 0 missing, 0 doubled%n", ROUNDS, acknowledged.size());
    }

    /** Each beat is told twice, as by a page that is not sure whether it was heard. */
    private void tellUntilItBreaks(BeatNode node) {
        while (true) {
            var load = "load%08d".formatted(number.incrementAndGet());
            try {
                if (tell(node, load) == 204) {
                    acknowledged.add(Beat.id(node.token(), node.token().at(), load, 1));
                }
                tell(node, load);
            } catch (IOException | InterruptedException killed) {
                return;
            }
        }
    }

    private int tell(BeatNode node, String load) throws IOException, InterruptedException {
        var body = "{\"v\":\"%s\",\"b\":[{\"n\":1,\"at\":0,\"k\":\"beat\",\"s\":2,\"d\":10,\"p\":null,\"x\":true}]}"
                .formatted(load);
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + node.beacon()))
                                .header("Content-Type", "text/plain;charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private List<UUID> stored() throws SQLException {
        var stored = new ArrayList<UUID>();
        try (var connection = TestDatabase.shared().connectAsSuperuser();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select id from tracking.event where tenant_id = " + tenant.value())) {
            while (rows.next()) {
                stored.add(rows.getObject(1, UUID.class));
            }
        }
        return stored;
    }
}
