package io.tilth.kernel.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where one role finds the database. */
record DatabaseAccess(String url, String user, @Nullable String password) {

    JdbcConnectionDetails forTheServer() {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public @Nullable String getPassword() {
                return password;
            }
        };
    }

    FlywayConnectionDetails forMigrations() {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public @Nullable String getPassword() {
                return password;
            }
        };
    }
}
