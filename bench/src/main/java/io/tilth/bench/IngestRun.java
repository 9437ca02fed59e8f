package io.tilth.bench;

import java.util.Locale;

/**
 * What one run has shown, in beats or rows a second.
 *
 * @param load the machine's load average before it
 * @param rows how many beats were stored already
 * @param nothing requests a second of an endpoint that stores nothing
 * @param each beats a second with a transaction each
 * @param copy rows a second of one client that copies into a like table
 * @param batches rows a second of one client that inserts a hundred at a time
 * @param half single beats at half of their peak
 * @param views that were opened meanwhile by customers who are known, and the time until each alert rang
 * @param cost what a thousand beats a second took then
 */
record IngestRun(
        double load,
        long rows,
        Load.Result ones,
        double tens,
        double hundreds,
        double nothing,
        double each,
        double copy,
        double twoCopies,
        double batches,
        Load.Result half,
        int views,
        Latency alert,
        Cost cost)
        implements Report.Run {

    /**
     * @param processor cores for a thousand single beats a second, server and database together, with working them off
     * @param megabytes that the server held
     */
    record Cost(double processor, long megabytes) {}

    /** What did not come at all is worse than late. */
    double alertP99() {
        return alert.count() == views ? alert.p99() : Double.POSITIVE_INFINITY;
    }

    double hundredsOfCopy() {
        return hundreds / copy;
    }

    double hundredsOfTwoCopies() {
        return hundreds / twoCopies;
    }

    double onesOfNothing() {
        return ones.perSecond() / nothing;
    }

    double onesOfEach() {
        return ones.perSecond() / each;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                load %.1f; %,d beats stored before
                  singles          %s
                  of an endpoint that stores nothing, %,.0f/s: %.2f
                  of a transaction each, %,.0f/s:              %.1f
                  tens     %,9.0f/s
                  hundreds %,9.0f/s
                  of one COPY client, %,.0f/s:                %.2f
                  of two, %,.0f/s:                            %.2f
                  of inserts by hundreds, %,.0f/s:            %.2f
                  singles at half of the peak: %s
                  meanwhile from view to alert, %d of %d: p50 %.0f, p99 %.0f ms
                  a thousand a second then: %.2f cores with working them off; the server holds %d MB""",
                load,
                rows,
                ones,
                nothing,
                onesOfNothing(),
                each,
                onesOfEach(),
                tens,
                hundreds,
                copy,
                hundredsOfCopy(),
                twoCopies,
                hundredsOfTwoCopies(),
                batches,
                hundreds / batches,
                half,
                alert.count(),
                views,
                alert.p50(),
                alert.p99(),
                cost.processor(),
                cost.megabytes());
    }
}
