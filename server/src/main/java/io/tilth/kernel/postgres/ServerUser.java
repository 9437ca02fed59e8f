package io.tilth.kernel.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/**
 * The user that PostgreSQL runs as. It refuses to run as root; so root starts it as an unprivileged user, or, where that
 * user cannot reach the folder, in a user namespace of its own.
 */
record ServerUser(int uid, List<String> prefix) {
    private static final int NOBODY = 65534;

    /** The user for a server with these folders. */
    static ServerUser reaching(Path home, Path binaries) {
        int me = Math.toIntExact(new UnixSystem().getUid());
        if (me != 0) {
            return new ServerUser(me, List.of());
        }
        if (reachable(home) && reachable(binaries) && works("setpriv", "--version")) {
            return new ServerUser(
                    NOBODY,
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"));
        }
        if (works("unshare", "-U", "true")) {
            return new ServerUser(me, List.of("unshare", "-U"));
        }
        throw new PostgresUnavailable(
                "PostgreSQL must not run as root, and no other user can reach %s.".formatted(home),
                "Start as an ordinary user, or choose a folder such as /var/lib/tilth with tilth.home.");
    }

    /** Hands the folder and all in it to this user; does nothing when it belongs to it already. */
    void own(Path folder) {
        try {
            if (owner(folder) != uid) {
                try (var files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                        Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
                    }
                }
            }
        } catch (IOException e) {
            throw Trouble.of(e, folder);
        }
    }

    private static int owner(Path folder) throws IOException {
        return (int) Files.getAttribute(folder, "unix:uid");
    }

    private static boolean reachable(Path folder) {
        try {
            for (Path step = folder; step != null; step = step.getParent()) {
                if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
