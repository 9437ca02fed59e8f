package io.tilth.kernel.distribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.TilthApplication;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The way into a cluster, taken on one node whose functions of Citus only note what they are asked for. */
@ExtendWith(OutputCaptureExtension.class)
class DistributeTest {

    /** Refuses what Citus refuses of a table that is moved: keys that lead elsewhere, and views that read it. */
    private static final String STAND_IN = """
            create schema stand_in;
            create table stand_in.moved (number serial, place text, name text, beside text);

            create function stand_in.move(place text, target regclass, beside text) returns void language plpgsql as $$
            begin
                if exists (select from pg_constraint where contype = 'f' and target in (conrelid, confrelid)) then
                    raise exception '% still has foreign keys', target;
                end if;
                if exists (select from pg_depend d join pg_rewrite r on r.oid = d.objid
                           where d.classid = 'pg_rewrite'::regclass and d.refobjid = target and r.ev_class <> target) then
                    raise exception '% is still read by a view', target;
                end if;
                insert into stand_in.moved (place, name, beside) values (place, target::text, beside);
            end $$;

            create function stand_in.create_reference_table(target regclass) returns void language sql
                as $$ select stand_in.move('REFERENCE', target, null) $$;
            create function stand_in.citus_add_local_table_to_metadata(target regclass) returns void language sql
                as $$ select stand_in.move('KNOWN', target, null) $$;
            create function stand_in.create_distributed_table(target regclass, by text, colocate_with text default null)
                returns void language sql as $$ select stand_in.move('DISTRIBUTED', target, colocate_with) $$;
            """;

    /** All keys and views with what hangs on them, as one text. */
    private static final String KEYS_AND_VIEWS = """
            select string_agg(line, E'\\n' order by line) from (
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
                from pg_constraint where contype = 'f'
                union all
                select oid::regclass || pg_get_viewdef(oid) || coalesce(reloptions::text, '')
                    || coalesce((select string_agg(x::text, ',' order by x::text) from unnest(relacl) x), '')
                    || coalesce(obj_description(oid, 'pg_class'), '')
                from pg_class where relkind = 'v' and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
            ) as all_of_them""";

    @TempDir
    Path folder;

    TestDatabase database;
    Path file;

    @BeforeEach
    void withAllTables() {
        database = MigratedDatabase.copy();
        file = folder.resolve("to-citus.sql");
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void movesEveryTableOfTenantsAndPutsKeysAndViewsBackAsTheyWere() throws SQLException, IOException {
        command("--tilth.file=" + file);
        var steps = Files.readString(file);
        assertThat(steps).contains("create extension if not exists citus;", "propagate_set_commands = 'local'");
        var before = ask(KEYS_AND_VIEWS);
        run(
                STAND_IN,
                "set search_path = stand_in, pg_catalog;" + steps.replace("create extension if not exists citus;", ""));

        assertThat(ask(KEYS_AND_VIEWS)).isEqualTo(before);
        assertThat(ask("select count(*) from stand_in.moved where place = 'DISTRIBUTED'"))
                .isEqualTo(ask("select count(*) from pg_class where relforcerowsecurity and not relispartition"
                        + " and coalesce(obj_description(oid), '') not like 'global:%'"));
        assertThat(ask("select count(distinct beside) || ' ' || count(*) - count(beside) from stand_in.moved"
                        + " where place = 'DISTRIBUTED'"))
                .isEqualTo("1 1");
        assertThat(ask("select min(number) filter (where place = 'DISTRIBUTED') > max(number) filter"
                        + " (where place = 'REFERENCE') from stand_in.moved"))
                .isEqualTo("t");
    }

    @Test
    void saysWhichTableGoesWhereAndChangesNothing(CapturedOutput output) throws SQLException {
        var before = ask(KEYS_AND_VIEWS);
        command();
        assertThat(output)
                .contains("without Citus: a dry run", "(reference tables): ", "customer.follow ", "kernel.session ");
        assertThat(ask(KEYS_AND_VIEWS)).isEqualTo(before);
    }

    @Test
    void refusesATableThatNoClusterCouldHold(CapturedOutput output) throws SQLException {
        run(
                "create table customer.note (tenant_id bigint not null, id uuid primary key, n int generated always as identity)");
        assertThatExceptionOfType(NotDistributable.class)
                .isThrownBy(() -> command("--tilth.file=" + file))
                .withMessageContaining("customer.note_pkey is unique without tenant_id")
                .withMessageContaining("customer.note.n is an identity column");
        assertThat(output).contains("APPLICATION FAILED TO START", "Mend these in the schema first");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesKeysTriggersAndViewsThatPassOverNodes() throws SQLException {
        run("""
                create table customer.loose (tenant_id bigint not null, id uuid, customer_id uuid,
                    primary key (tenant_id, id), unique (id, tenant_id));
                create table customer.looser (tenant_id bigint not null, id uuid, other uuid, of bigint,
                    primary key (tenant_id, id),
                    foreign key (of, other) references customer.loose (tenant_id, id),
                    foreign key (tenant_id, other) references customer.loose (tenant_id, id) on delete set null);
                create table customer.everybody (id uuid, tenant bigint,
                    foreign key (tenant, id) references customer.loose (tenant_id, id));
                comment on table customer.everybody is 'global: to be refused';
                create function customer.nothing() returns trigger language plpgsql as 'begin return null; end';
                create trigger beat after insert on customer.loose execute function customer.nothing();
                create view customer.blind as select * from customer.loose""");
        assertThatExceptionOfType(NotDistributable.class)
                .isThrownBy(this::command)
                .withMessageContaining("customer.looser.looser_of_other_fkey does not carry tenant_id on both sides")
                .withMessageContaining("customer.looser.looser_tenant_id_other_fkey would empty tenant_id")
                .withMessageContaining("customer.everybody.everybody_tenant_id_fkey leads from a table of all")
                .withMessageContaining("customer.loose.beat is a trigger")
                .withMessageContaining("customer.blind does not look with its reader's eyes");
    }

    private void command(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--tilth.command=distribute", "--tilth.encryption-key=dGVzdC1rZXktZm9yLXRlc3RzLW9ubHktMTIzNDU2Nzg="));
        arguments.addAll(List.of(more));
        database.asProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        TilthApplication.main(arguments.toArray(String[]::new));
    }

    private void run(String... statements) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ask(String question) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
