package io.tilth.drill.site;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** The PostgreSQL that a server runs on its folder, as seen from outside: by its pid file, and through its front door. */
public record Database(Path home) {

    private static final int PORT_LINE = 3;

    /** As the superuser, whom no row-level security binds: the checker has to see all tenants. */
    public Connection connect() throws SQLException, IOException {
        var passwords = new Properties();
        passwords.load(new StringReader(Files.readString(home.resolve("passwords.properties"))));
        var port = Files.readAllLines(pidFile()).get(PORT_LINE).strip();
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/tilth".formatted(port), "postgres", passwords.getProperty("superuser"));
    }

    /** Kills the first process; its children notice and go. */
    public void kill() throws IOException {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    public boolean answers() {
        try (var connection = connect();
                var asked = connection.createStatement()) {
            return asked.executeQuery("select 1").next();
        } catch (SQLException | IOException | IndexOutOfBoundsException down) {
            return false;
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip()));
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return home.resolve("data/postmaster.pid");
    }
}
