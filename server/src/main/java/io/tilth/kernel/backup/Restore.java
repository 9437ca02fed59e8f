package io.tilth.kernel.backup;

import io.tilth.kernel.backup.Manifest.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Brings a backup back into an empty database: all of it, or nothing. */
@Lazy
class Restore {

    private final OwnerRepository database;
    private final FlywayConnectionDetails owner;
    private final FlywayMigrationStrategy migration;
    private final Installation installation;
    private final JsonMapper json;

    /** The database is asked for late: before it starts, the file should be known to be good. */
    Restore(
            @Lazy OwnerRepository database,
            @Lazy FlywayConnectionDetails owner,
            @Lazy FlywayMigrationStrategy migration,
            Installation installation,
            JsonMapper json) {
        this.database = database;
        this.owner = owner;
        this.migration = migration;
        this.installation = installation;
        this.json = json;
    }

    Manifest read(Path path) {
        try (var file = BackupFile.open(path, json)) {
            unlessOtherKey(file.manifest());
            migration.migrate(Flyway.configure()
                    .dataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())
                    .load());
            return database.change(() -> fill(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (DataAccessException failure) {
            throw new BackupRefused(
                    "The database did not take the backup and is as it was: "
                            + failure.getMostSpecificCause().getMessage(),
                    "Stop every server that uses this database, and try again.",
                    failure);
        }
    }

    private Manifest fill(BackupFile file) {
        var manifest = file.manifest();
        unlessOtherVersion(manifest);
        unlessInUse();
        var tables = database.tables();
        unlessOtherTables(manifest, tables);
        var contents = manifest.tables().stream().collect(Collectors.toMap(Content::table, Function.identity()));
        database.unlock(tables);
        database.clear(tables);
        tables.forEach(table -> fill(table, file, contents.get(table.fullName())));
        database.lock(tables);
        database.setSequences(manifest.sequences());
        return manifest;
    }

    private void fill(BackupTable table, BackupFile file, @Nullable Content content) {
        if (content == null) {
            throw new IllegalStateException("Checked before: " + table);
        }
        try (var rows = file.rows(content)) {
            long copied = database.copyIn(table, rows);
            if (copied != content.rows()) {
                throw new BackupRefused(
                        "Of %d rows of %s only %d arrived; the database is as it was."
                                .formatted(content.rows(), table.fullName(), copied),
                        "Take another backup.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void unlessOtherKey(Manifest manifest) {
        if (!manifest.key().equals(installation.key())) {
            throw new BackupRefused(
                    "The backup was made with another encryption key; the secrets in it could not be opened.",
                    "Set TILTH_ENCRYPTION_KEY to the key of that installation.");
        }
    }

    private void unlessOtherVersion(Manifest manifest) {
        if (!manifest.migrations().equals(database.migrations())) {
            throw new BackupRefused(
                    "The backup was made by Tilth %s, whose tables differ from those of this version."
                            .formatted(manifest.version()),
                    "Restore it with the version of Tilth that made it, then upgrade.");
        }
    }

    private void unlessInUse() {
        if (!database.isEmpty()) {
            throw new BackupRefused(
                    "The database is not empty: it has companies or accounts, which a restored backup would replace.",
                    "Restore into a new database (TILTH_DATABASE_URL), or an empty home folder (TILTH_HOME).");
        }
    }

    private static void unlessOtherTables(Manifest manifest, List<BackupTable> tables) {
        var here = tables.stream().collect(Collectors.toMap(BackupTable::fullName, BackupTable::columns));
        var there = manifest.tables().stream().collect(Collectors.toMap(Content::table, Content::columns));
        if (!here.equals(there)) {
            throw new BackupRefused(
                    "The tables of the backup differ from those of this database.",
                    "Restore into a database that Tilth alone has made.");
        }
    }
}
