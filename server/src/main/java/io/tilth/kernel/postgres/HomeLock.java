package io.tilth.kernel.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a home folder to one server at a time. The system lets go of the lock when the server dies. */
final class HomeLock {
    /** Closing any channel on the file would lose this process's lock, so a second try never opens it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock on(Path home) {
        if (!HELD_HERE.add(home)) {
            throw Trouble.inUse(home, "");
        }
        try {
            return new HomeLock(home, locked(home));
        } catch (IOException e) {
            HELD_HERE.remove(home);
            throw Trouble.of(e, home);
        } catch (RuntimeException e) {
            HELD_HERE.remove(home);
            throw e;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Trouble.of(e, home);
        } finally {
            HELD_HERE.remove(home);
        }
    }

    private static FileChannel locked(Path home) throws IOException {
        Path file = home.resolve("tilth.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            String holder = Files.readString(file).strip();
            throw Trouble.inUse(home, holder.isEmpty() ? "" : " (process " + holder + ")");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }
}
