package io.tilth.kernel.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries signals from the database to this node's screens.
 *
 * <p>A commit announces itself with one bare NOTIFY per batch, since NOTIFY takes a lock over the whole server at commit.
 * Each node listens on a connection of its own, reads what is new for all tenants at once, and hands it to the hub. If a
 * node dies between commit and announcement, the others find the rows at their next look, a few seconds later.
 */
@Component
class LivePump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivePump.class);
    private static final int LOOK_EVERY_MS = 5_000;

    private final JdbcConnectionDetails database;
    private final DataSource pool;
    private final ObjectProvider<LiveService> signals;
    private final LiveHub hub;
    private final Semaphore toAnnounce = new Semaphore(0);
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile List<Thread> threads = List.of();

    LivePump(JdbcConnectionDetails database, DataSource pool, ObjectProvider<LiveService> signals, LiveHub hub) {
        this.database = database;
        this.pool = pool;
        this.signals = signals;
        this.hub = hub;
    }

    /** A transaction with signals has committed. */
    void announce() {
        toAnnounce.release();
    }

    @Override
    public void start() {
        running.set(true);
        threads = List.of(
                Thread.ofVirtual().name("live-announce").start(this::announceBatches),
                Thread.ofVirtual().name("live-listen").start(this::listen));
    }

    @Override
    public void stop() {
        running.set(false);
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void announceBatches() {
        while (running.get()) {
            try {
                toAnnounce.acquire();
                toAnnounce.drainPermits();
                try (var connection = pool.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("notify tilth_live");
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (SQLException failure) {
                log.warn("Live signals could not be announced; they are found at the next look.", failure);
            }
        }
    }

    private void listen() {
        while (running.get()) {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("listen tilth_live");
                var reading = new LiveReading(signals.getObject());
                while (running.get()) {
                    reading.next().forEach(hub::deliver);
                    connection.unwrap(PGConnection.class).getNotifications(LOOK_EVERY_MS);
                }
            } catch (SQLException | RuntimeException failure) {
                if (!running.get() || !pause()) {
                    return;
                }
                log.warn("The live connection broke and is opened again: {}", failure.getMessage());
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private static boolean pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
