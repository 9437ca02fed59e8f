package io.tilth.bench;

import java.util.Locale;

/**
 * What one run has shown.
 *
 * @param load the machine's load average before it
 * @param welcome from the scan to the greeting in the customer's chat
 * @param shown from the scan to the signal on the guide's screen
 * @param alert from the beat of an opened quote to the signal on the guide's screen
 * @param beats of other pages, told meanwhile
 * @param refused beats, those of quotes among them, that were not acknowledged
 */
record WalkRun(
        double load, int scans, Latency welcome, Latency shown, int views, Latency alert, long beats, long refused) {

    @Override
    public String toString() {
        return "load %.1f; %d beats told, %d refused%n%s%n%s%n%s"
                .formatted(
                        load,
                        beats,
                        refused,
                        line("scan → greeting", welcome, scans),
                        line("scan → screen", shown, scans),
                        line("view → alert", alert, views));
    }

    private static String line(String what, Latency latency, int of) {
        return String.format(
                Locale.ROOT,
                "  %-16s %4d of %4d  p50 %,7.0f  p95 %,7.0f  p99 %,7.0f  most %,7.0f ms",
                what,
                latency.count(),
                of,
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.max());
    }
}
