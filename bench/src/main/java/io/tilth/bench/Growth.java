package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lets a database grow as if years went by and neighbours moved in: their customers and follows are like those of the
 * first company, and everybody's timelines fill with the interactions of a month.
 */
final class Growth {

    /** Bytes of a million interactions with their indexes, and as much again for the log of writing them. */
    private static final long BYTES_A_MILLION = 800L << 20;

    /** Numbers of companies that nobody has opened. */
    private static final long OTHERS = 1_000_000;

    private final BenchedServer server;
    private final long company;
    private int tenants = 1;

    Growth(BenchedServer server, long company) {
        this.server = server;
        this.company = company;
    }

    /** Before it is begun: a full disk would end the bench, and more than the bench. */
    static void needs(long interactions) throws IOException {
        long needed = Math.max(1, interactions / 1_000_000) * BYTES_A_MILLION;
        long free = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                .getUsableSpace();
        if (free < 2 * needed) {
            throw new IllegalStateException(
                    "This takes %,d MB and %,d MB are free: choose a smaller -Dtilth.bench.scale."
                            .formatted(needed >> 20, free >> 20));
        }
    }

    /** Until there are so many interactions of so many companies in all; a fifth are those of the first. */
    void to(long interactions, int companies) throws SQLException, IOException {
        try (var database = server.database()) {
            execute(database, "set session_replication_role = replica"); // what they point to is not looked up
            execute(database, "select setseed(0.42)");
            for (var table : List.of("customer.customer", "customer.identity", "customer.follow")) {
                execute(database, """
                        insert into %1$s
                        select (jsonb_populate_record(one, jsonb_build_object('tenant_id', %5$d + number))).*
                        from %1$s as one
                        cross join generate_series(%3$d, %4$d) as number
                        where one.tenant_id = %2$d
                        """.formatted(table, company, tenants, companies - 1, OTHERS));
            }
            tenants = Math.max(tenants, companies);
            long more = interactions - Twin.number(database, "select count(*) from customer.interaction");
            if (more > 0) {
                execute(database, interactions(more));
            }
            execute(database, "vacuum analyze");
            execute(database, "checkpoint");
        }
    }

    private String interactions(long count) {
        return """
                with people as (
                    select row_number() over () - 1 as number, id
                    from customer.customer
                    where tenant_id = %1$d
                ), made as (
                    select number,
                        case when number %% 5 = 0 then %1$d else %4$d + number %% %2$d end as tenant_id,
                        (extract(epoch from now()) * 1000 - random() * 2592000000)::bigint as at,
                        floor(random() * (select count(*) from people))::bigint as person
                    from generate_series(1, %3$d) as number
                )
                insert into customer.interaction (tenant_id, id, customer_id, kind, detail)
                select tenant_id,
                    (lpad(to_hex(at), 12, '0') || '7' || substr(md5(made.number::text || random()), 1, 3) || '8'
                        || substr(md5(random()::text), 1, 15))::uuid,
                    people.id, 'visit.read', '{"title": "118㎡三居收纳怎么做", "seconds": 35, "percent": 60, "pages": 0}'
                from made
                join people on people.number = made.person
                """.formatted(company, tenants, count, OTHERS);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
