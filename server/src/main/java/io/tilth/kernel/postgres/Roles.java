package io.tilth.kernel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two roles and the database of a new cluster. Migrations run as the owner; the server itself connects as a role
 * that owns nothing, so row-level security binds it.
 */
final class Roles {
    static final String OWNER = "tilth_owner";
    static final String APP = "tilth_app";
    static final String DATABASE = "tilth";

    private Roles() {}

    /** Can be repeated: an interrupted first start ends in a whole one. */
    static void create(EmbeddedPostgres postgres, Passwords passwords) throws SQLException {
        // No schema is open to everybody; databases made from the template have none either.
        run(postgres, "template1", "drop schema if exists public cascade");
        run(postgres, "postgres", role(OWNER, passwords.owner()), role(APP, passwords.app()));
        if (!exists(postgres)) {
            createDatabase(postgres, DATABASE, "template1");
        }
    }

    static void createDatabase(EmbeddedPostgres postgres, String name, String template) throws SQLException {
        run(
                postgres,
                "postgres",
                "create database %s template %s owner %s".formatted(name, template, OWNER),
                "revoke all on database %s from public".formatted(name),
                "grant connect, temporary on database %s to %s".formatted(name, APP));
    }

    static void run(EmbeddedPostgres postgres, String database, String... statements) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** An empty search path: every statement names its schema, and none can be led to another. */
    private static String role(String name, String password) {
        return """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s;
                    end if;
                    alter role %1$s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                        password '%2$s';
                    alter role %1$s set search_path = '';
                end $$
                """.formatted(name, password);
    }

    private static boolean exists(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))) {
            return rows.next();
        }
    }
}
