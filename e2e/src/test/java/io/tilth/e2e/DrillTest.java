package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.drill.Drill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The drill of {@code ./tilth drill}: a crowd at work, everything broken once, and three ledgers that must agree. */
class DrillTest {

    private static final long SEED = 20261123;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void losesNothingUnderFireAndWouldHaveNoticed() throws Exception {
        var jar = Path.of(System.getProperty("tilth.server.jar"));
        try (var drill = Drill.open(new Drill.Options(jar, home, SEED, Boolean.getBoolean("tilth.long"), ""))) {
            var report = drill.play();
            assertThat(report.isClean()).as(report.table()).isTrue();
            assertThat(report.promised("beats of reading", "callbacks", "welcome messages", "alerts"))
                    .as(report.table())
                    .allMatch(promised -> promised > 0);
            assertThat(drill.unnoticed()).as("losses made on purpose").isEmpty();
        } finally {
            keepLogs();
        }
    }

    private void keepLogs() throws IOException {
        Files.createDirectories(PackagedServer.LOGS);
        try (var logs = Files.newDirectoryStream(home, "*.log")) {
            for (var log : logs) {
                Files.copy(
                        log,
                        PackagedServer.LOGS.resolve("drill-" + log.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
