package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs held against the goals, and what became of all that was told. */
record IngestReport(List<IngestRun> runs, Kept untroubled, Overload overload, Kept kept) {

    private static final List<Goal<IngestRun>> GOALS = List.of(
            Goal.atLeast(0.9, "", "Hundreds, of one COPY client", IngestRun::hundredsOfCopy),
            Goal.atLeast(0.45, "", "Singles, of an endpoint that stores nothing", IngestRun::onesOfNothing),
            Goal.atLeast(4, " ×", "Singles, of a transaction each", IngestRun::onesOfEach),
            Goal.atMost(
                    15,
                    " ms",
                    "Singles at half of the peak, p99",
                    run -> run.half().p99()),
            Goal.atMost(150, " ms", "From view to alert meanwhile, p99", IngestRun::alertP99));

    /**
     * @param acknowledged beats that must be stored, once each
     * @param unsure beats that were told and not acknowledged, so that they may be
     * @param rows beats that are stored
     * @param bytes of a row with its share of the indexes
     */
    record Kept(long acknowledged, long unsure, long rows, double bytes) {

        boolean isWhole() {
            return rows >= acknowledged && rows <= acknowledged + unsure;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d beats acknowledged, %,d refused; %,d stored: %s. A million take %,.0f MB with indexes.",
                    acknowledged,
                    unsure,
                    rows,
                    isWhole() ? "none is lost or doubled" : "THAT DOES NOT ADD UP",
                    bytes);
        }

        private String section(String title) {
            return Sheet.judged(title, isWhole(), isWhole() ? "met" : "not met", toString(), "");
        }
    }

    void write(Path folder) throws IOException {
        System.out.println("before it was too much: " + untroubled);
        System.out.println("with it: " + kept);
        var sections = List.of(
                Sheet.judged("Twice the peak", overload.isGraceful(), overload.verdict(), overload + ".", ""),
                untroubled.section("Nothing lost before it was too much"),
                kept.section("Nothing lost with it"));
        new Report<>(
                        "ingest",
                        "Beats of reading",
                        "Each run beside what the database and the web server can do themselves. The line is the goal.",
                        GOALS,
                        runs,
                        Map.of("untroubled", untroubled, "overload", overload, "kept", kept),
                        sections)
                .write(folder);
    }
}
