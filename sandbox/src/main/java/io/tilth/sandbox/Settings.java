package io.tilth.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sandbox is to start.
 *
 * @param port 0 takes any free one
 * @param home where the world lies; without one it is forgotten at the end
 * @param publicUrl the address under which others reach it, if not {@code http://localhost:port}
 * @param seed what a new world begins with
 */
public record Settings(int port, Optional<Path> home, Optional<String> publicUrl, Seed seed) {

    /** For a test: any port, nothing on disk, one company without customers. */
    public static Settings forTest() {
        return new Settings(0, Optional.empty(), Optional.empty(), Seed.empty());
    }

    public Settings with(Seed seed) {
        return new Settings(port, home, publicUrl, seed);
    }

    public Settings in(Path home) {
        return new Settings(port, Optional.of(home), publicUrl, seed);
    }

    public Settings knownAs(String publicUrl) {
        return new Settings(port, home, Optional.of(publicUrl), seed);
    }

    public Settings at(int port) {
        return new Settings(port, home, publicUrl, seed);
    }
}
