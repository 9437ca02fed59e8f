package io.tilth.sandbox.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Where saved worlds lie: beside the world itself, or, for a world that is not kept, among the temporary files. */
final class Shelf {
    private static final String END = ".world";

    private final Path folder;

    Shelf(Optional<Path> home) {
        this.folder = home.map(Path::toAbsolutePath)
                .map(path -> path.resolveSibling(path.getFileName() + "-saved"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "tilth-sandbox-saved"));
    }

    Path place(String name) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}")) {
            throw new IllegalArgumentException("名字只能用文字、数字、空格、短横线和下划线，最多 40 个字");
        }
        return folder.resolve(name + END);
    }

    Path find(String name) {
        return Optional.of(place(name))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new NoSuchElementException("没有存过这个世界"));
    }

    /** Newest first. */
    List<Saved> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .map(Shelf::saved)
                    .sorted(Comparator.comparing(Saved::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Saved saved(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Saved(
                    name.substring(0, name.length() - END.length()),
                    Files.getLastModifiedTime(file).toInstant(),
                    Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Saved(String name, Instant at, long bytes) {}
}
