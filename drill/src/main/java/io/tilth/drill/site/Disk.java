package io.tilth.drill.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small file system of its own, which can be filled without harm to anybody else's. Only root can make one. */
public record Disk(Path home) {

    private static final String SIZE = "size=2g,mode=755";
    private static final long SMALL = 3L << 30;
    private static final int BLOCK = 1 << 16;

    /** Puts one where the server will have its folder, if that is allowed. */
    public void mount() throws IOException, InterruptedException {
        run("mount", "-t", "tmpfs", "-o", SIZE, "tilth-drill", home.toString());
    }

    public void unmount() throws IOException, InterruptedException {
        if (isOurs()) {
            run("umount", "-l", home.toString());
        }
    }

    public boolean isOurs() throws IOException {
        var store = Files.getFileStore(home);
        return store.name().equals("tilth-drill") && store.getTotalSpace() < SMALL;
    }

    /** Takes every byte that is left; how many megabytes that were. */
    public long fill() throws IOException {
        long bytes = 0;
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                bytes += file.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            if (bytes == 0) {
                throw full;
            }
        }
        return bytes >> 20;
    }

    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return home.resolve("ballast");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
