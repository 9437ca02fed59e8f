package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tilth.kernel.postgres.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does; an ordinary user simply runs the programs. */
class ServerUserTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootHasTheChoice() {
        assumeTrue("root".equals(System.getProperty("user.name")));
    }

    @Test
    void startsAsNobodyWhereNobodyCanGo() throws IOException, SQLException {
        open(folder);
        var postgres = EmbeddedPostgres.start(new Settings(folder, 0));
        try {
            assertThat(ownerOf("data")).isEqualTo(65534);
            assertThat(ownerOf("passwords.properties")).isZero();
            postgres.connectAsSuperuser("tilth").close();
        } finally {
            postgres.stop();
        }
        moveToASecretPlace();
    }

    /** The same data, now where only root can go. */
    private void moveToASecretPlace() throws IOException, SQLException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var postgres = EmbeddedPostgres.start(new Settings(folder, 0));
        try {
            assertThat(ownerOf("data")).isEqualTo(0);
            postgres.connectAsSuperuser("tilth").close();
        } finally {
            postgres.stop();
        }
    }

    private int ownerOf(String file) throws IOException {
        return (int) Files.getAttribute(folder.resolve(file), "unix:uid");
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
