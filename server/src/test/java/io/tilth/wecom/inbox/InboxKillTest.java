package io.tilth.wecom.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Sealing;
import io.tilth.wecom.Sealing.Sealed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged happens, and happens once, though the server is killed in the middle of it. The nodes have a
 * database of their own: on the shared one, a server that is kept from an earlier test would take callbacks from them,
 * and it has nobody who hears them.
 */
class InboxKillTest {

    private static final int ROUNDS = Boolean.getBoolean("tilth.long") ? 30 : 3;
    private static final int SENDERS = 16;
    private static final Duration PICKED_UP = Duration.ofSeconds(10);

    private static final int STOP = 1_000_000_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Random random = new Random(20261122);
    private final List<InboxNode> nodes = new ArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    TestDatabase database;
    TenantId tenant;
    Correspondent wecom;
    Set<String> acknowledged;

    @BeforeEach
    void connect() {
        database = MigratedDatabase.copy();
        tenant = Probing.on(0, "none:at-all").tenant();
        acknowledged = ConcurrentHashMap.newKeySet();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (var node : nodes) {
            node.kill();
        }
        database.drop();
    }

    @Test
    void losesAndDoublesNothingWhenKilledUnderLoad() throws Exception {
        var node = startAndConnect("node");
        var repeated = wecom.seal(message("repeated"));
        int sent = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            repeat(node, repeated, 1_000 / ROUNDS);
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                var to = node;
                for (int sender = 0; sender < SENDERS; sender++) {
                    senders.submit(() -> sendUntilItBreaks(to));
                }
                awaitAcknowledged(sent + 100 + random.nextInt(200));
                node.kill();
            }
            sent = acknowledged.size();
            node = start("node");
            awaitAllHeardOnce();
        }
        repeat(node, repeated, 1_000);
        await().atMost(PICKED_UP).until(() -> waiting() == 0);
        assertThat(heard()).containsEntry("repeated", 1);
        assertThat(heard().values()).containsOnly(1);
        System.out.printf("%d kills: %d acknowledged, 0 missing, 0 doubled%n", ROUNDS, acknowledged.size());
    }

    @Test
    void twoNodesHandleEachCallbackOnceAndEitherMayDie() throws Exception {
        var first = startAndConnect("first");
        var second = start("second");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                var to = sender % 2 == 0 ? first : second;
                senders.submit(() -> sendUntilItBreaks(to));
            }
            awaitAcknowledged(300);
            first.kill();
            awaitAcknowledged(acknowledged.size() + 100);
            NUMBER.addAndGet(STOP);
        } finally {
            NUMBER.set(0);
        }
        awaitAllHeardOnce();
    }

    private InboxNode startAndConnect(String name) throws Exception {
        var node = InboxNode.start(database, folder, name, Optional.of(tenant));
        nodes.add(node);
        var issued = node.issued().orElseThrow();
        wecom = new Correspondent(
                node.port(),
                tenant,
                CompanyId.next(),
                issued,
                new Sealing(issued.token(), issued.aesKey(), Correspondent.CORP));
        return node;
    }

    private InboxNode start(String name) throws Exception {
        var node = InboxNode.start(database, folder, name, Optional.empty());
        nodes.add(node);
        return node;
    }

    private void sendUntilItBreaks(InboxNode node) {
        for (int number = NUMBER.incrementAndGet(); number < STOP; number = NUMBER.incrementAndGet()) {
            var name = "n" + number;
            try {
                if (at(node).send(message(name)).statusCode() == 200) {
                    acknowledged.add(name);
                }
            } catch (IllegalStateException killed) {
                return;
            }
        }
    }

    /** The very same request, 64 at once. */
    private void repeat(InboxNode node, Sealed sealed, int times) {
        var left = new AtomicInteger(times);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < 64; sender++) {
                senders.submit(() -> {
                    while (left.decrementAndGet() >= 0) {
                        at(node).send(sealed);
                    }
                });
            }
        }
    }

    private Correspondent at(InboxNode node) {
        return new Correspondent(node.port(), tenant, wecom.company(), wecom.issued(), wecom.sealing());
    }

    private static String message(String number) {
        return Correspondent.message(
                "test_kill", "edit", "wm" + number.hashCode() % 50, 1_790_000_000, "<Number>" + number + "</Number>");
    }

    private void awaitAcknowledged(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledged.size() >= count);
    }

    private void awaitAllHeardOnce() throws SQLException {
        await().atMost(PICKED_UP).until(() -> heard().keySet().containsAll(acknowledged) && waiting() == 0);
        assertThat(heard().values()).containsOnly(1);
    }

    /** How often each number was heard. */
    private Map<String, Integer> heard() throws SQLException {
        var heard = new HashMap<String, Integer>();
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select detail ->> 'number', count(*)
                        from kernel.audit
                        where tenant_id = %d and action = 'callback.heard'
                        group by 1""".formatted(tenant.value()))) {
            while (rows.next()) {
                heard.put(rows.getString(1), rows.getInt(2));
            }
        }
        return heard;
    }

    private int waiting() throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from wecom.callback_due where tenant_id = " + tenant.value())) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
