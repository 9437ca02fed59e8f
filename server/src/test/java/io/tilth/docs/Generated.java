package io.tilth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code: it must say what the code says. */
final class Generated {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Generated() {}

    /** Fails when the file is out of date; {@code -Dtilth.write=true} writes it instead. */
    static void check(String file, String content) throws IOException {
        var path = ROOT.resolve(file);
        if (Boolean.getBoolean("tilth.write")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        }
        assertThat(path).as("run: ./tilth generate").exists();
        assertThat(Files.readString(path))
                .as("%s is out of date; run: ./tilth generate", file)
                .isEqualTo(content);
    }
}
