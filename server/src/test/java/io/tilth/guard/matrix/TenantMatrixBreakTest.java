package io.tilth.guard.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack succeeds on a table that is walled badly, and the matrix says so. */
class TenantMatrixBreakTest {

    private static final String POLICY = "nullif(current_setting('tilth.tenant_id', true), '')::bigint";

    private static Matrix matrix;

    @BeforeAll
    static void buildBadly() throws SQLException {
        var database = MigratedDatabase.copy();
        try (var superuser = database.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    create schema bad authorization tilth_owner;
                    grant usage on schema bad to tilth_app;
                    set role tilth_owner;
                    alter default privileges in schema bad grant select, insert, update, delete on tables to tilth_app;
                    create table bad.open (tenant_id bigint not null, id uuid not null, name text,
                        primary key (tenant_id, id));
                    create table bad.walled (like bad.open including all);
                    call kernel.wall('bad.walled');
                    create table bad.oracle (tenant_id bigint not null, id uuid primary key, name text);
                    call kernel.wall('bad.oracle');
                    create table bad.pointer (tenant_id bigint not null, id uuid not null,
                        oracle_id uuid references bad.oracle, primary key (tenant_id, id));
                    call kernel.wall('bad.pointer');
                    create table bad.readable (like bad.open including all);
                    call kernel.wall('bad.readable');
                    create policy more on bad.readable for select using (true);
                    create table bad.careless (like bad.open including all);
                    alter table bad.careless enable row level security;
                    create policy half on bad.careless using (tenant_id is not null)
                        with check (tenant_id = {policy} or {policy} is null);
                    create table bad.odd (tenant_id bigint not null, id uuid not null, name text check (name ~ '^[A-Z]$'),
                        primary key (tenant_id, id));
                    call kernel.wall('bad.odd');
                    """.replace("{policy}", POLICY));
        }
        matrix = new Matrix(database);
    }

    @AfterAll
    static void close() throws SQLException {
        matrix.close();
    }

    static Stream<Arguments> leaks() {
        return Stream.of(
                arguments("bad.open", Attack.SELECT, Situation.OTHER_TENANT),
                arguments("bad.open", Attack.SELECT, Situation.NO_TENANT),
                arguments("bad.open", Attack.INSERT, Situation.OTHER_TENANT),
                arguments("bad.open", Attack.UPDATE, Situation.OTHER_TENANT),
                arguments("bad.open", Attack.DELETE, Situation.AFTER_POOL_REUSE),
                arguments("bad.open", Attack.UPSERT, Situation.AFTER_ERROR),
                arguments("bad.open", Attack.COPY, Situation.OTHER_TENANT),
                arguments("bad.readable", Attack.SELECT, Situation.EMPTY_STRING),
                arguments("bad.readable", Attack.COPY, Situation.AFTER_ROLLBACK),
                arguments("bad.careless", Attack.INSERT, Situation.EMPTY_STRING),
                arguments("bad.careless", Attack.DELETE, Situation.OTHER_TENANT),
                arguments("bad.oracle", Attack.UNIQUE, Situation.OTHER_TENANT),
                arguments("bad.pointer", Attack.FOREIGN_KEY, Situation.OTHER_TENANT));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("leaks")
    void isTold(String table, Attack attack, Situation situation) {
        assertThatThrownBy(() -> matrix.attempt(matrix.table(table), attack, situation))
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("Cannot make a row");
    }

    @Test
    void saysNothingOfAGoodWall() {
        assertThatCode(() -> {
                    for (var attack : Attack.values()) {
                        for (var situation : Situation.values()) {
                            matrix.attempt(matrix.table("bad.walled"), attack, situation);
                        }
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void failsForATableThatItCannotFill() {
        assertThat(matrix.tables()).contains(matrix.table("bad.odd"));
        assertThatThrownBy(() -> matrix.attempt(matrix.table("bad.odd"), Attack.SELECT, Situation.NO_TENANT))
                .hasMessageContaining("Cannot make a row of bad.odd")
                .hasMessageContaining("RowFixtures");
    }
}
