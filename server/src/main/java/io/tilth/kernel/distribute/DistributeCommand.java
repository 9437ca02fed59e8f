package io.tilth.kernel.distribute;

import io.tilth.kernel.distribute.Placed.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Says where each table would go, and writes the script when nothing stands in the way. */
class DistributeCommand implements ApplicationRunner {

    private static final Map<Place, String> TITLES = Map.of(
            Place.REFERENCE, "The same on every node (reference tables)",
            Place.KNOWN, "On the coordinator, and referring to those",
            Place.LOCAL, "On the coordinator, as before",
            Place.DISTRIBUTED, "By tenant, all of a tenant on one node (distributed, co-located)");

    private final Environment settings;
    private final ShapeRepository catalog;

    DistributeCommand(Environment settings, ShapeRepository catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var shape = catalog.read();
        var tables = Placement.of(shape);
        System.out.print(report(shape, tables)); // to whoever typed it, whatever the log is set to
        if (!shape.obstacles().isEmpty()) {
            throw new NotDistributable(shape.obstacles());
        }
        var file = settings.getProperty("tilth.file", "");
        if (!file.isBlank()) {
            write(Path.of(file), new Script(shape, tables).text());
            System.out.println("The steps are in " + file + "; docs/scale.md says how to take them.");
        }
    }

    private static String report(Shape shape, List<Placed> tables) {
        var text = new StringBuilder("PostgreSQL %s, %s. Nothing was changed.%n"
                .formatted(
                        shape.server(),
                        shape.citus().map(version -> "with Citus " + version).orElse("without Citus: a dry run")));
        for (var place : Place.values()) {
            var here = tables.stream().filter(table -> table.place() == place).toList();
            text.append("%n%s: %d%n".formatted(TITLES.get(place), here.size()));
            here.forEach(placed -> text.append("  %-40s %,14d rows%s%n"
                    .formatted(
                            placed.table().name(),
                            placed.table().rows(),
                            placed.table().partitioned() ? ", with its partitions" : "")));
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void write(Path file, String script) {
        try {
            Files.writeString(file, script, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The steps could not be written to " + file, failure);
        }
    }
}
