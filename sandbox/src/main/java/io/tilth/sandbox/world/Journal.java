package io.tilth.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file that only grows. A change is a few lines, a thing each ({@code +kind json} or {@code -kind key}), and a last
 * line {@code =}; without its last line a change has not happened.
 *
 * <p>Lines are gathered in memory; whoever must be sure waits in {@link #settle}, where one thread writes and forces the
 * disk for all that wait.
 */
final class Journal implements AutoCloseable {
    private static final byte[] END = Codec.bytes("=\n");

    private final ReentrantLock writing = new ReentrantLock();
    private final FileChannel file;
    private ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private long length;
    private volatile long told;
    private volatile long kept;

    private Journal(FileChannel file, long length) {
        this.file = file;
        this.length = length;
    }

    static Journal open(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long length = file.size();
            file.position(length);
            return new Journal(file, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void tell(Change change) {
        change.steps().forEach(this::line);
        gathered.writeBytes(END);
        told++;
    }

    /** Bytes, with those not yet on the disk. */
    synchronized long length() {
        return length + gathered.size();
    }

    /** Comes back once everything told so far is on the disk. */
    void settle() {
        long mark = told;
        if (kept >= mark) {
            return;
        }
        writing.lock();
        try {
            if (kept < mark) {
                write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        settle();
        file.close();
    }

    private void line(Change.Name name, Optional<Thing> thing) {
        gathered.write(thing.isPresent() ? '+' : '-');
        gathered.writeBytes(Codec.bytes(Codec.name(name.kind())));
        gathered.write(' ');
        gathered.writeBytes(thing.map(Codec::json).orElseGet(() -> Codec.bytes(name.key())));
        gathered.write('\n');
    }

    private void write() throws IOException {
        ByteBuffer bytes;
        long mark;
        synchronized (this) {
            bytes = ByteBuffer.wrap(gathered.toByteArray());
            gathered = new ByteArrayOutputStream();
            length += bytes.remaining();
            mark = told;
        }
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
        kept = mark;
    }
}
