package io.tilth.guard.matrix;

import java.sql.Connection;
import java.sql.SQLException;

/** The state of a pooled connection when somebody tries to reach another tenant's rows. The pool has one connection. */
enum Situation {
    OTHER_TENANT {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            return begin(serving.pooled(), "set local tilth.tenant_id = '%d'".formatted(own));
        }
    },
    NO_TENANT {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            return begin(serving.fresh(), "select 1");
        }
    },
    EMPTY_STRING {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            return begin(serving.pooled(), "set local tilth.tenant_id = ''");
        }
    },
    INGESTING_FOR_OTHERS {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            return begin(serving.fresh(), "set local tilth.ingest_tenants = '{%d,%d}'".formatted(own + 7, own + 8));
        }
    },
    AFTER_ROLLBACK {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            var connection = begin(serving.pooled(), "set local tilth.tenant_id = '%d'".formatted(victim));
            connection.rollback();
            return connection;
        }
    },
    AFTER_POOL_REUSE {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            try (var first = begin(serving.pooled(), "set local tilth.tenant_id = '%d'".formatted(victim))) {
                first.commit();
            }
            return begin(serving.pooled(), "select 1");
        }
    },
    AFTER_ERROR {
        @Override
        Connection enter(Serving serving, long own, long victim) throws SQLException {
            var connection = begin(serving.pooled(), "set local tilth.tenant_id = '%d'".formatted(own));
            var before = connection.setSavepoint();
            try (var statement = connection.createStatement()) {
                statement.execute("set local tilth.tenant_id = '%d'".formatted(victim));
                statement.execute("select 1 / 0");
            } catch (SQLException asWished) {
                connection.rollback(before);
            }
            return connection;
        }
    };

    /** A connection in a transaction. */
    abstract Connection enter(Serving serving, long own, long victim) throws SQLException;

    /** Whether somebody's tenant is in scope, so that own rows are seen. */
    boolean isSomebody() {
        return this == OTHER_TENANT || this == AFTER_ERROR;
    }

    private static Connection begin(Connection connection, String first) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(first);
        }
        return connection;
    }
}
