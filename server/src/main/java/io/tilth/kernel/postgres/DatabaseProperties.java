package io.tilth.kernel.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param url JDBC address of an external PostgreSQL 18; without it the embedded one runs
 * @param user role the server works as: owns nothing, is no superuser
 * @param password its password
 * @param ownerUser role that migrations run as: owns the database
 * @param ownerPassword its password
 * @param port port of the embedded PostgreSQL on the loopback address; 0 picks a free one
 * @param join whether to use the embedded PostgreSQL that another Tilth runs on the same folder, as a backup does
 */
@ConfigurationProperties("tilth.database")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("tilth_app") String user,
        @Nullable String password,
        @DefaultValue("tilth_owner") String ownerUser,
        @Nullable String ownerPassword,
        @DefaultValue("0") int port,
        @DefaultValue("false") boolean join) {}
