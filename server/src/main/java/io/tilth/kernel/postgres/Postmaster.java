package io.tilth.kernel.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's main process on one data folder: starts it, stops it, deals with one that a crash left behind. */
record Postmaster(Programs programs, DataFolder data) {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final String START_SECONDS = "300";
    private static final String STOP_SECONDS = "30";
    private static final int TRIES = 50;

    /** Starts on the port, or on a free one for 0, and returns it once connections are taken. */
    int start(int wantedPort) {
        for (int attempt = 1; ; attempt++) {
            int port = free(wantedPort);
            data.settle(port);
            var outcome = programs.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "-t",
                    START_SECONDS,
                    "-D",
                    data.path().toString());
            if (outcome.good()) {
                return port;
            }
            if (attempt == TRIES || !passes(outcome.words(), wantedPort)) {
                throw Trouble.of(outcome.words(), programs.home(), port);
            }
            pause();
        }
    }

    /** Stops in order: open transactions are rolled back, everything is written, nothing is left to recover. */
    void stop() {
        if (!runs() || stop("fast")) {
            return;
        }
        log.warn("PostgreSQL did not stop in {} s and is stopped the hard way; its next start recovers.", STOP_SECONDS);
        stop("immediate");
    }

    /**
     * Stops a server that outlived the process that had started it. One that died without a word leaves its pid file
     * behind: harmless, unless its number now belongs to a stranger, whom PostgreSQL would take for itself.
     */
    void stopOrphan() {
        try {
            var found = PidFile.of(data.path());
            if (found.isEmpty()) {
                return;
            }
            PidFile pidFile = found.get();
            if (pidFile.namesAServerOf(data.path())) {
                log.warn("Stopping a PostgreSQL (process {}) that a crash had left running.", pidFile.pid());
                stop();
            } else if (pidFile.namesAnyone()) {
                awaitLastChildren(pidFile);
                Files.delete(pidFile.path());
            }
        } catch (IOException e) {
            throw Trouble.of(e, data.path());
        }
    }

    /** Without its pid file PostgreSQL would not notice a child of the crashed server that is still writing. */
    private void awaitLastChildren(PidFile pidFile) throws IOException {
        for (int attempt = 1; pidFile.memoryIsAttached(); attempt++) {
            if (attempt == TRIES) {
                throw Trouble.lastChildren(data.path());
            }
            pause();
        }
    }

    private boolean stop(String mode) {
        return programs.run(
                        "pg_ctl",
                        "stop",
                        "--wait",
                        "-t",
                        STOP_SECONDS,
                        "-m",
                        mode,
                        "-D",
                        data.path().toString())
                .good();
    }

    boolean runs() {
        try {
            var found = PidFile.of(data.path());
            return found.isPresent() && found.get().namesAServerOf(data.path());
        } catch (IOException e) {
            throw Trouble.of(e, data.path());
        }
    }

    /** Whether a moment's patience helps: a crashed server's last children, or a race for the free port. */
    private static boolean passes(String words, int wantedPort) {
        return words.contains("pre-existing shared memory block")
                || (wantedPort == 0 && words.contains("could not bind"));
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static int free(int wantedPort) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Trouble.portBusy(wantedPort);
        }
    }
}
