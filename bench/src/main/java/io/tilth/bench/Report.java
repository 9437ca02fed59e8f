package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs held against their goals: as lines to read, as JSON to compare, and as a page to show.
 *
 * @param name of the files
 * @param facts besides the runs, for the JSON
 * @param sections besides the goals, for the page
 */
record Report<R extends Report.Run>(
        String name,
        String title,
        String lead,
        List<Goal<R>> goals,
        List<R> runs,
        Map<String, ?> facts,
        List<String> sections) {

    interface Run {
        /** The machine's load average before it. */
        double load();
    }

    void write(Path folder) throws IOException {
        System.out.printf("median of %d runs, against the goals:%n", runs.size());
        goals.forEach(goal -> System.out.printf(
                "  %-48s %10s; %s: %s%n",
                goal.what(), goal.words(goal.median(runs)), goal.wanted(), goal.verdict(runs)));
        var all = new LinkedHashMap<String, Object>(facts);
        all.put("runs", runs);
        var shown = Stream.concat(goals.stream().map(this::section), sections.stream());
        Sheet.write(folder, name, all, Sheet.page(title, lead, shown.toList()));
    }

    private String section(Goal<R> goal) {
        var rows = IntStream.range(0, runs.size())
                .mapToObj(index -> row(goal, index))
                .toList();
        return Sheet.judged(
                goal.what(),
                goal.isMet(runs),
                goal.verdict(runs),
                "%s as the median of %d runs; %s".formatted(goal.words(goal.median(runs)), runs.size(), goal.wanted()),
                new Chart(goal.what(), rows, goal.bar(), goal.unit()).svg());
    }

    private Chart.Row row(Goal<R> goal, int index) {
        double figure = goal.value().applyAsDouble(runs.get(index));
        return new Chart.Row(
                "run " + (index + 1),
                "load %.1f".formatted(runs.get(index).load()),
                new double[] {figure},
                goal.isMetBy(figure),
                goal.words(figure),
                "");
    }
}
