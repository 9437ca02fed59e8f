package io.tilth.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    @TempDir
    Path home;

    @Test
    void remembersWhatWasChanged() {
        try (var world = World.in(home)) {
            put(world, new Fruit("a/1", "苹果", List.of("red")));
            put(world, new Fruit("a/2", "梨", List.of()));
            put(world, new Fruit("a/1", "青苹果", List.of("green")));
            world.change(change -> {
                change.remove(new Fruit("a/2", "", List.of()));
                return world;
            });
        }
        try (var world = World.in(home)) {
            assertThat(world.table(Fruit.class).all()).containsExactly(new Fruit("a/1", "青苹果", List.of("green")));
        }
    }

    @Test
    void keepsWhatIsSettledThroughASuddenDeath() {
        var world = World.in(home);
        put(world, new Fruit("a/1", "", List.of()));
        world.settle();
        var copy = copy(home);
        try (var again = World.in(copy)) {
            assertThat(again.table(Fruit.class).size()).isEqualTo(1);
        }
        world.close();
    }

    @Test
    void dropsATornTailAndNothingElse() throws IOException {
        try (var world = World.in(home)) {
            put(world, new Fruit("a/1", "whole", List.of()));
            put(world, new Fruit("a/2", "torn", List.of()));
        }
        Path journal = newest();
        byte[] bytes = Files.readAllBytes(journal);
        int second = new String(bytes).indexOf("+", 1);
        for (int cut = second; cut < bytes.length; cut++) {
            var folder = copy(home);
            Files.write(folder.resolve(journal.getFileName()), java.util.Arrays.copyOf(bytes, cut));
            try (var world = World.in(folder)) {
                assertThat(world.table(Fruit.class).all())
                        .extracting(Fruit::name)
                        .containsExactly("whole");
                put(world, new Fruit("a/3", "after", List.of()));
            }
            try (var world = World.in(folder)) {
                assertThat(world.table(Fruit.class).all())
                        .extracting(Fruit::name)
                        .containsExactly("whole", "after");
            }
        }
    }

    @Test
    void leavesNoTraceOfAChangeThatFailed() {
        var world = World.inMemory();
        assertThatThrownBy(() -> world.change(change -> {
                    change.put(new Fruit("a/1", "", List.of()));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.isEmpty()).isTrue();
    }

    @Test
    void findsByPrefixAndByIndexPageForPage() {
        var world = World.inMemory();
        Stream.of("a/1", "a/2", "a/3", "b/1").forEach(key -> put(world, new Fruit(key, "x", List.of())));
        var table = world.table(Fruit.class);
        var byName = table.index(Fruit::name);
        put(world, new Fruit("a/2", "y", List.of()));

        assertThat(table.under("a/")).extracting(Fruit::key).containsExactly("a/1", "a/2", "a/3");
        assertThat(table.under("a/", "a/1")).extracting(Fruit::key).containsExactly("a/2", "a/3");
        assertThat(byName.of("x")).extracting(Fruit::key).containsExactly("a/1", "a/3", "b/1");
        assertThat(byName.of("x", "a/1")).extracting(Fruit::key).containsExactly("a/3", "b/1");
        assertThat(byName.of("y")).extracting(Fruit::key).containsExactly("a/2");
    }

    @Test
    void canBeSavedResetAndLoaded() {
        try (var world = World.in(home)) {
            put(world, new Fruit("a/1", "kept", List.of()));
            world.save(home.resolve("saved"));
            world.reset();
            assertThat(world.isEmpty()).isTrue();
            put(world, new Fruit("a/2", "", List.of()));
            world.load(home.resolve("saved"));
            assertThat(world.table(Fruit.class).all()).extracting(Fruit::name).containsExactly("kept");
        }
        try (var world = World.in(home)) {
            assertThat(world.table(Fruit.class).all()).extracting(Fruit::name).containsExactly("kept");
        }
    }

    @Test
    void keepsItsTimeOverARestart() {
        try (var world = World.in(home)) {
            world.clock().move(Duration.ofDays(3));
        }
        try (var world = World.in(home)) {
            assertThat(world.clock().ahead()).isEqualTo(Duration.ofDays(3));
        }
    }

    @Test
    void letsOnlyOneSandboxIntoAFolder() {
        try (var world = World.in(home)) {
            assertThatThrownBy(() -> World.in(home)).isInstanceOf(RuntimeException.class);
        }
    }

    private Path newest() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static Path copy(Path folder) {
        try (var files = Files.list(folder)) {
            Path copy = Files.createTempDirectory(folder, "copy");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void put(World world, Fruit fruit) {
        world.change(change -> {
            change.put(fruit);
            return fruit;
        });
    }

    record Fruit(String key, String name, List<String> colours) implements Thing {}
}
