package io.tilth.guard.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks each rule of the catalogue once, in a transaction that is rolled back, and expects to be told. */
class CatalogGuardBreakTest {

    private static final String GOOD = """
            create table scratch.good (tenant_id bigint not null, id uuid not null, name text, primary key (tenant_id, id));
            call kernel.wall('scratch.good');
            """;

    private static final String LISTED_TENANTS =
            "(tenant_id = any ((select nullif(current_setting('tilth.ingest_tenants', true), ''))::bigint[]))";

    private static final String OPEN = "create table scratch.open (tenant_id bigint not null, id uuid not null,"
            + " primary key (tenant_id, id)); ";

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        database = MigratedDatabase.copy();
        connection = database.connectAsSuperuser();
        execute("create schema scratch authorization tilth_owner");
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        database.drop();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments("create table scratch.t (id uuid primary key)", "scratch.t has no column \"tenant_id"),
                arguments("create table scratch.t (tenant_id bigint)", "scratch.t has no column \"tenant_id"),
                arguments("create table scratch.t (tenant_id int not null)", "scratch.t has no column \"tenant_id"),
                arguments(
                        "reset role; create schema public; create table public.t (id uuid)",
                        "public.t has no column \"tenant_id"),
                arguments(
                        "create table scratch.t (id uuid); comment on table scratch.t is 'global: '",
                        "scratch.t is global without a reason"),
                arguments(OPEN, "scratch.open does not have row-level security enabled and forced"),
                arguments(
                        OPEN + "alter table scratch.open enable row level security",
                        "scratch.open does not have row-level security enabled and forced"),
                arguments(OPEN, "scratch.open has no policy for everybody"),
                arguments(
                        OPEN + "create policy p on scratch.open for select using (tenant_id = 1)",
                        "scratch.open has no policy for everybody"),
                arguments(
                        GOOD + "create policy more on scratch.good using (true)",
                        "scratch.good lets more than the tenant's rows through its policy \"more\""),
                arguments(
                        OPEN + "create policy p on scratch.open using"
                                + " (tenant_id = 7 or tenant_id = current_setting('tilth.tenant_id')::bigint)",
                        "scratch.open lets more than the tenant's rows through its policy \"p\""),
                arguments(
                        "create table scratch.t (tenant_id bigint not null, key_hash bytea)",
                        "scratch.t.key_hash has no comment \"secret: why\""),
                arguments("""
                        create table scratch.t (tenant_id bigint not null, id bigint not null, primary key (tenant_id, id))
                            partition by range (id);
                        create table scratch.t_1 partition of scratch.t for values from (0) to (9);
                        grant select on scratch.t_1 to tilth_app
                        """, "scratch.t_1 is a partition that somebody besides its owner may reach"),
                arguments("""
                        reset role; create foreign data wrapper far; create server far foreign data wrapper far;
                        create foreign table scratch.f (tenant_id bigint) server far
                        """, "scratch.f is a foreign table"));
    }

    static Stream<Arguments> ingests() {
        return Stream.of(
                arguments(
                        GOOD + "create policy ingest on scratch.good for insert with check " + LISTED_TENANTS,
                        "scratch.good takes rows of several tenants in one transaction and is not listed"),
                arguments(
                        GOOD + "create policy other on scratch.good for insert with check " + LISTED_TENANTS,
                        "scratch.good lets more than the tenant's rows through its policy \"other\""),
                arguments(
                        GOOD + "create policy ingest on scratch.good for insert with check (true)",
                        "scratch.good lets more than the tenant's rows through its policy \"ingest\""),
                arguments(
                        GOOD + "create policy ingest on scratch.good for all using " + LISTED_TENANTS,
                        "scratch.good lets more than the tenant's rows through its policy \"ingest\""));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(
                        "create table scratch.t (tenant_id bigint not null, id uuid primary key)",
                        "scratch.t has no primary key that begins with tenant_id"),
                arguments("create table scratch.t (tenant_id bigint not null)", "scratch.t has no primary key"),
                arguments(GOOD + "create unique index u on scratch.good (name)", "scratch.u is unique across tenants"),
                arguments(
                        GOOD + "create unique index u on scratch.good (name, tenant_id)",
                        "scratch.u is unique across tenants"),
                arguments(
                        GOOD + "create unique index u on scratch.good (lower(name), tenant_id)",
                        "scratch.u is unique across tenants"),
                arguments(
                        GOOD + "alter table scratch.good add unique (id);"
                                + "alter table scratch.good add constraint k foreign key (id) references scratch.good (id)",
                        "scratch.good.k does not carry tenant_id first"),
                arguments("""
                        create table scratch.t (tenant_id bigint not null, up uuid, id uuid, primary key (tenant_id, id),
                            constraint k foreign key (tenant_id, up) references scratch.t on delete set null)
                        """, "scratch.t.k sets tenant_id to null"),
                arguments(
                        GOOD + "create index i on scratch.good using gin (to_tsvector('simple', name))",
                        "scratch.i is a gin index"),
                arguments(
                        GOOD + "create index i on scratch.good (tenant_id, lower(name))",
                        "scratch.i indexes an expression"),
                arguments(
                        GOOD + "alter table scratch.good add n numeric; create index i on scratch.good (tenant_id, n)",
                        "scratch.i compares numeric by \"=\", which is not leakproof"),
                arguments("""
                        create table kernel.t (tenant_id bigint not null, account uuid,
                            constraint k foreign key (tenant_id, account) references access.account)
                        """, "kernel.t.k points to a module that its own does not use: kernel access"));
    }

    static Stream<Arguments> viewsAndRoutines() {
        return Stream.of(
                arguments(GOOD + "create view scratch.v as select * from scratch.good", "scratch.v is a view with its"),
                arguments(
                        GOOD + "create view scratch.v with (security_invoker) as select id from scratch.good",
                        "scratch.v is a view whose first column is not"),
                arguments(
                        GOOD + "create materialized view scratch.v as select * from scratch.good",
                        "scratch.v is a materialized view"),
                arguments(
                        GOOD + "create rule r as on delete to scratch.good do instead nothing",
                        "scratch.good has a rewrite rule \"r\""),
                arguments(
                        "create function scratch.f() returns int language sql security definer return 1",
                        "scratch.f() runs as its owner (security definer) and is not listed"),
                arguments(
                        "create function scratch.f() returns int language sql security definer return 1",
                        "scratch.f() runs as its owner without an empty search_path"),
                arguments(
                        "reset role; create function scratch.f() returns int language sql security definer return 1",
                        "scratch.f() runs as a role that no policy binds"),
                arguments(
                        "create function scratch.f() returns int language sql return 1;"
                                + " grant execute on function scratch.f() to public",
                        "scratch.f() may be run by everybody"),
                arguments(
                        "reset role; create function scratch.f() returns int language sql leakproof return 1",
                        "scratch.f() calls itself leakproof"));
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                arguments("reset role; alter role tilth_app bypassrls", "tilth_app may pass the policies"),
                arguments("reset role; alter role tilth_app superuser", "tilth_app may pass the policies"),
                arguments("reset role; grant tilth_owner to tilth_app", "tilth_app can become tilth_owner"),
                arguments("reset role; alter schema scratch owner to tilth_app", "schema scratch belongs to tilth_app"),
                arguments(
                        GOOD + "reset role; alter table scratch.good owner to tilth_app",
                        "table scratch.good belongs to tilth_app"),
                arguments("grant create on schema scratch to tilth_app", "schema scratch lets tilth_app create"),
                arguments(
                        "create table migration.x (id int); grant insert on migration.x to tilth_app",
                        "migration.x is a history of migrations that tilth_app may reach"),
                arguments(
                        GOOD + "grant truncate on scratch.good to tilth_app", "scratch.good grants tilth_app truncate"),
                arguments(
                        GOOD + "grant references on scratch.good to tilth_app",
                        "scratch.good grants tilth_app references"),
                arguments(GOOD + "grant select on scratch.good to public", "scratch.good is granted to everybody"),
                arguments(
                        "reset role; create table scratch.t (tenant_id bigint)",
                        "scratch.t belongs to postgres, a role that no policy binds"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"tables", "ingests", "keys", "viewsAndRoutines", "roles"})
    void isTold(String offence, String complaint) throws SQLException {
        try {
            execute("set local role tilth_owner; " + offence);
            assertThat(complaints()).anySatisfy(told -> assertThat(told).startsWith(complaint));
        } finally {
            connection.rollback();
        }
    }

    @Test
    void hasNothingToSayOfAGoodTable() throws SQLException {
        var before = complaints();
        try {
            execute("set local role tilth_owner; " + GOOD + """
                    alter table scratch.good add up uuid;
                    alter table scratch.good add foreign key (tenant_id, up) references scratch.good
                        on delete set null (up);
                    alter table scratch.good add secret_hash bytea;
                    comment on column scratch.good.secret_hash is 'secret: opens the door';
                    create unique index u on scratch.good (tenant_id, name);
                    create view scratch.v with (security_invoker = on) as select tenant_id, name from scratch.good;
                    grant select, insert, update, delete on scratch.good to tilth_app;
                    create table scratch.g (id int);
                    comment on table scratch.g is 'global: holds the same for everybody';
                    """);
            assertThat(complaints()).isEqualTo(before);
        } finally {
            connection.rollback();
        }
    }

    private static List<String> complaints() throws SQLException {
        execute("reset role");
        return new CatalogGuard(connection, CatalogGuardTest.LISTED, Map.of("kernel", List.of()))
                .violations().stream().map(Object::toString).toList();
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
