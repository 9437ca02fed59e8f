package io.tilth.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bars that lie beside each other, and the line that they are held against.
 *
 * @param most what the line stands for
 * @param unit of the line, such as {@code " ms"}
 */
record Chart(String name, List<Row> rows, double most, String unit) {

    private static final int WIDTH = 560;
    private static final int ROW = 46;
    private static final int LEFT = 64;
    private static final int RIGHT = 84;
    /** So far beyond the line it reaches. */
    private static final double REACH = 1.5;

    private static final double[] VEILS = {1, 0.35, 0.4};

    /**
     * @param values the longest first; those after it lie upon it, ever lighter
     * @param figure the value in words, beside its bar
     */
    record Row(String label, String under, double[] values, boolean good, String figure, String below) {}

    String svg() {
        int height = ROW * rows.size() + 18;
        int line = LEFT + (int) (room() / REACH);
        var bars = IntStream.range(0, rows.size())
                .mapToObj(index -> row(rows.get(index), index * ROW))
                .collect(Collectors.joining());
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s">%s
                <line x1="%d" x2="%d" y1="0" y2="%d" stroke="#22302a" stroke-dasharray="3 3"/>
                <text x="%d" y="%d" text-anchor="middle">%s%s</text></svg>
                """.formatted(WIDTH, height, name, bars, line, line, height - 16, line, height - 3, number(), unit);
    }

    private String number() {
        return most == Math.rint(most) ? "%.0f".formatted(most) : "%.2f".formatted(most);
    }

    private String row(Row row, int y) {
        var bars = IntStream.range(0, row.values().length)
                .mapToObj(index -> bar(row.values()[index], y, colour(row, index), VEILS[Math.min(index, 2)]))
                .collect(Collectors.joining());
        return text(0, y + 16, "", row.label())
                + text(0, y + 32, "", row.under())
                + bars
                + text(WIDTH - RIGHT + 8, y + 16, " class=\"figure\"", row.figure())
                + text(WIDTH - RIGHT + 8, y + 32, "", row.below());
    }

    private static String colour(Row row, int index) {
        return index > 0 ? "#fff" : row.good() ? "#2d7a58" : "#b5532a";
    }

    private static String text(int x, int y, String attributes, String text) {
        return "<text x=\"%d\" y=\"%d\"%s>%s</text>".formatted(x, y, attributes, text);
    }

    private String bar(double value, int y, String colour, double opacity) {
        double width = Math.max(1, Math.min(REACH, value / most) / REACH * room());
        return "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"28\" rx=\"3\" fill=\"%s\" fill-opacity=\"%s\"/>"
                .formatted(LEFT, y + 6, width, colour, opacity);
    }

    private static int room() {
        return WIDTH - LEFT - RIGHT;
    }
}
