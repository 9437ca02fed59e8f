package io.tilth.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;

/**
 * A table like that of the beats, with the same indexes, months and rows, but no row-level security and no server before
 * it: what PostgreSQL itself can do.
 */
final class Twin {

    /** As many as the server puts into one commit at most. */
    private static final int ROWS = 4_000;

    /** Rows of one visit beside each other, as in a request of a hundred. */
    private static final int RUN = 100;

    /** For each client: writing lines out takes time from the cores that copy them. */
    private static final int PREPARED_A_SECOND = 60;

    private final BenchedServer server;
    private final long tenant;
    private List<UUID> visits = List.of();

    Twin(BenchedServer server) throws SQLException, IOException {
        this.server = server;
        try (var database = server.database()) {
            execute(database, """
                    create schema if not exists bench;
                    create table bench.event (like tracking.event including defaults including constraints,
                        primary key (tenant_id, id)) partition by range (id);
                    create index event_visit on bench.event (tenant_id, visit_id, id);
                    create table bench.event_stray partition of bench.event default;
                    """);
            this.tenant = number(database, "select max(tenant_id) from tracking.event");
            for (var month : months(database)) {
                execute(database, month);
            }
        }
    }

    private static List<String> months(Connection database) throws SQLException {
        var months = new ArrayList<String>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("""
                        select format('create table bench.%I partition of bench.event %s', c.relname,
                            pg_get_expr(c.relpartbound, c.oid))
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'tracking.event'::regclass and c.relname ~ '^event_[0-9]{6}$'
                        """)) {
            while (rows.next()) {
                months.add(rows.getString(1));
            }
        }
        return months;
    }

    /** Brings it to the size of what it is a twin of. */
    void grow() throws SQLException, IOException {
        try (var database = server.database()) {
            execute(database, "truncate bench.event; insert into bench.event select * from tracking.event");
            execute(database, "vacuum analyze bench.event");
            execute(database, "checkpoint");
            visits = visits(database);
        }
    }

    /** The same as those of the beats, so that the index over them grows in the same places. */
    private static List<UUID> visits(Connection database) throws SQLException {
        var visits = new ArrayList<UUID>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("select distinct visit_id from bench.event where kind = 'beat'")) {
            while (rows.next()) {
                visits.add(rows.getObject(1, UUID.class));
            }
        }
        return visits;
    }

    private UUID visit() {
        return visits.get(dice().nextInt(visits.size()));
    }

    /** Rows a second that so many clients copy in, each some thousands in a commit; written out beforehand. */
    double copy(int clients, int seconds) throws Exception {
        var prepared = new ConcurrentLinkedQueue<String>();
        for (int i = 0; i < PREPARED_A_SECOND * seconds * clients; i++) {
            prepared.add(lines());
        }
        return together(clients, seconds, (database, end) -> {
            long rows = 0;
            while (System.nanoTime() < end) {
                var lines = prepared.poll();
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy bench.event from stdin", new StringReader(lines == null ? lines() : lines));
                rows += ROWS;
            }
            return rows;
        });
    }

    /** Rows a second that one client inserts in batches of a hundred, a commit each. */
    double batches(int seconds) throws Exception {
        return together(1, seconds, (database, end) -> {
            long rows = 0;
            database.setAutoCommit(false);
            try (var insert = database.prepareStatement("insert into bench.event values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                while (System.nanoTime() < end) {
                    var visit = visit();
                    for (int i = 0; i < RUN; i++) {
                        insert.setLong(1, tenant);
                        insert.setObject(2, id());
                        insert.setObject(3, visit);
                        insert.setString(4, "beat");
                        insert.setInt(5, 5);
                        insert.setInt(6, 30);
                        insert.setObject(7, null);
                        insert.setBoolean(8, true);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    database.commit();
                    rows += RUN;
                }
            }
            return rows;
        });
    }

    private interface Client {
        /** How many rows it stored until then. */
        long store(Connection database, long end) throws SQLException, IOException;
    }

    private double together(int clients, int seconds, Client client) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        var work = new ArrayList<Callable<Long>>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> {
                try (var database = server.database()) {
                    return client.store(database, end);
                }
            });
        }
        try (var hands = Executors.newFixedThreadPool(clients)) {
            long rows = 0;
            for (var done : hands.invokeAll(work)) {
                rows += get(done);
            }
            return rows / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long get(Future<Long> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private String lines() {
        var lines = new StringBuilder(ROWS * 110);
        for (int row = 0; row < ROWS; ) {
            var visit = visit();
            for (int i = 0; i < RUN; i++, row++) {
                lines.append(tenant).append('\t').append(id()).append('\t').append(visit);
                lines.append("\tbeat\t5\t30\t\\N\tt\n");
            }
        }
        return lines.toString();
    }

    private static ThreadLocalRandom dice() {
        return ThreadLocalRandom.current();
    }

    /** Of this moment, and otherwise at random, as the server makes them. */
    private static UUID id() {
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | 0x7000L, dice().nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection database, String sql) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
