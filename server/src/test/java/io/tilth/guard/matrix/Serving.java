package io.tilth.guard.matrix;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tilth.kernel.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections of the serving role: from a pool that has only one, and so must reuse it, or never used before. */
class Serving implements AutoCloseable {

    private final TestDatabase database;
    private final HikariDataSource pool;

    Serving(TestDatabase database) {
        this.database = database;
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.asProperties().get("tilth.database.user"));
        config.setPassword(database.asProperties().get("tilth.database.password"));
        config.setMaximumPoolSize(1);
        this.pool = new HikariDataSource(config);
    }

    Connection pooled() throws SQLException {
        return pool.getConnection();
    }

    Connection fresh() throws SQLException {
        return database.connectAsApp();
    }

    @Override
    public void close() {
        pool.close();
    }
}
