package io.tilth.sandbox.world;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a world lies on disk: {@code 7.snapshot}, what there was, and {@code 7.journal}, what happened since. A snapshot
 * appears under its name only when it is whole; older files are then removed.
 */
final class Folder implements AutoCloseable {
    private static final String SNAPSHOT = ".snapshot";
    private static final String JOURNAL = ".journal";

    private final Path path;
    private final FileChannel lock;

    Folder(Path path) throws IOException {
        this.path = Files.createDirectories(path);
        this.lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken = lock.tryLock();
        if (taken == null) {
            throw new IOException("Another sandbox works in " + path);
        }
    }

    /** The number of the newest snapshot, 0 without one. */
    long snapshot() throws IOException {
        return numbers(SNAPSHOT).stream().max(Long::compare).orElse(0L);
    }

    /** The number of the newest journal, that of the snapshot without one. */
    long newest() throws IOException {
        return Math.max(snapshot(), numbers(JOURNAL).stream().max(Long::compare).orElse(0L));
    }

    /** The files that make up the world, in the order in which they are to be read. */
    List<Path> files() throws IOException {
        long snapshot = snapshot();
        var journals = numbers(JOURNAL).stream()
                .filter(number -> number >= snapshot)
                .sorted()
                .map(this::journal);
        return Stream.concat(Stream.of(path.resolve(snapshot + SNAPSHOT)), journals)
                .filter(Files::exists)
                .toList();
    }

    Path journal(long number) {
        return path.resolve(number + JOURNAL);
    }

    void writeSnapshot(long number, Iterator<Thing> things) throws IOException {
        write(path.resolve(number + SNAPSHOT), things);
        for (String kind : List.of(SNAPSHOT, JOURNAL)) {
            for (long old : numbers(kind)) {
                if (old < number) {
                    Files.deleteIfExists(path.resolve(old + kind));
                }
            }
        }
    }

    /** Writes things as one change, under a temporary name until all of it is on the disk. */
    static void write(Path target, Iterator<Thing> things) throws IOException {
        var draft = target.resolveSibling(target.getFileName() + ".new");
        try (var file = FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(file), 1 << 16)) {
            while (things.hasNext()) {
                line(out, things.next());
            }
            out.write(Codec.bytes("=\n"));
            out.flush();
            file.force(true);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void line(OutputStream out, Thing thing) throws IOException {
        out.write(Codec.bytes("+" + Codec.name(thing.getClass()) + " "));
        out.write(Codec.json(thing));
        out.write('\n');
    }

    private List<Long> numbers(String kind) throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+" + kind))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - kind.length())))
                    .toList();
        }
    }
}
