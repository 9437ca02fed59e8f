package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    private static final Path HOME = Path.of("/srv/tilth");
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Linux, aarch64", "Windows 11, amd64"})
    void namesTheMachineItCannotRunOn(String system, String processor) {
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> Trouble.unlessSupported(system, processor))
                .withMessageContainingAll(system, processor, "tilth.database.url");
        Trouble.unlessSupported("Linux", "amd64");
    }

    @Test
    void asksForMoreRoomToBeginThanToGoOn() {
        Trouble.unlessRoom(HOME, 200 * MEGABYTE, false);
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> Trouble.unlessRoom(HOME, 200 * MEGABYTE, true))
                .withMessageContainingAll("Only 200 MB are free", "/srv/tilth", "500 MB", "Free some space");
    }

    @Test
    void knowsAFullDiskFromTheServersWordsAndFromTheSystems() {
        String words = "2026-11-22 FATAL:  could not write lock file \"postmaster.pid\": No space left on device";

        assertThat(Trouble.of(words, HOME, 5432)).hasMessageContaining("is full");
        assertThat(Trouble.of(new IOException("No space left on device"), HOME)).hasMessageContaining("is full");
    }

    @Test
    void repeatsTheLastComplaintWhenItKnowsNoBetter() {
        var trouble = Trouble.of("""
                2026-11-22 [7] LOG:  starting
                2026-11-22 [7] PANIC:  could not locate a valid checkpoint record
                pg_ctl: could not start server
                """, HOME, 5432);

        assertThat(trouble)
                .hasMessageContainingAll("could not locate a valid checkpoint record", "/srv/tilth/postgres.log");
    }

    @Test
    void saysWhoMayNotUseTheFolder() {
        assertThat(Trouble.of(new AccessDeniedException("/srv/tilth"), HOME))
                .hasMessageContainingAll("no permission", System.getProperty("user.name"));
    }
}
