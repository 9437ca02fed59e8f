package io.tilth.drill;

import io.tilth.drill.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What happened and what came of it: as a table to read, as JSON to compare. */
public record Report(Drill.Options options, List<Chronicle.Event> events, List<Finding> findings) {

    private static final int EXAMPLES = 10;
    private static final String LINE = "| %-26s | %8s | %4s | %10s | %12s | %s%n";

    public boolean isClean() {
        return findings.stream().allMatch(Finding::isClean);
    }

    /** How many of each there were to lose. */
    public List<Integer> promised(String... whats) {
        return findings.stream()
                .filter(one -> List.of(whats).contains(one.what()))
                .map(Finding::promised)
                .toList();
    }

    public String table() {
        var table = new StringBuilder();
        line(table, "of what", "promised", "lost", "duplicated", "misdelivered", "besides");
        table.append("|---|---:|---:|---:|---:|---\n");
        findings.forEach(one -> line(
                table,
                one.what(),
                one.promised(),
                one.lost().size(),
                one.duplicated().size(),
                one.misdelivered().size(),
                one.note()));
        findings.forEach(one -> examples(table, one));
        return table.toString();
    }

    private static void line(StringBuilder table, Object... cells) {
        table.append(String.format(Locale.ROOT, LINE, cells));
    }

    private static void examples(StringBuilder table, Finding one) {
        Stream.of(
                        Map.entry("lost", one.lost()),
                        Map.entry("duplicated", one.duplicated()),
                        Map.entry("misdelivered", one.misdelivered()))
                .filter(kind -> !kind.getValue().isEmpty())
                .forEach(kind -> {
                    table.append("\n%s, %s:\n\n".formatted(one.what(), kind.getKey()));
                    kind.getValue().stream().limit(EXAMPLES).forEach(what -> table.append("- " + what + "\n"));
                });
    }

    private String markdown() {
        var page = new StringBuilder("# %s drill, seed %d: %s%n%n"
                .formatted(
                        options.isLong() ? "Long" : "Short",
                        options.seed(),
                        isClean() ? "nothing lost, doubled or misdelivered" : "NOT CLEAN"));
        page.append(table()).append("\nWhat happened, in seconds since the beginning:\n\n");
        events.forEach(event -> page.append(String.format(Locale.ROOT, "- %.1f %s%n", event.seconds(), event.what())));
        return page.toString();
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.md"), markdown());
        Files.writeString(
                folder.resolve("report.json"),
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of(
                                "seed", options.seed(),
                                "long", options.isLong(),
                                "clean", isClean(),
                                "findings", findings,
                                "events", events)));
        System.out.println("written: " + folder.resolve("report.md").toAbsolutePath());
    }
}
