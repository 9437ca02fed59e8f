package io.tilth.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one run has shown, in callbacks a second.
 *
 * @param load the machine's load average before it
 * @param even at a given rate, timed from when each was due
 */
record CallbackRun(double load, List<Step> steps, Load.Result even) implements Report.Run {

    /**
     * With so many connections, each sending as fast as it is answered.
     *
     * @param opened verified and decrypted, and nothing more
     * @param bare neither, but stored with a commit each
     * @param worked a second, until all that is to be done about them is done
     * @param processor microseconds of server and database for each, with working off
     */
    record Step(
            int connections,
            Load.Result opened,
            Load.Result bare,
            Load.Result stored,
            double worked,
            double processor) {

        double ofBare() {
            return stored.perSecond() / bare.perSecond();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    """
                      %2d connections  opened  %s
                                      bare    %s
                                      stored  %s
                                      = %.2f of opened, %.2f of bare; worked off at %,.0f/s; %,.0f µs of processor each""",
                    connections,
                    opened,
                    bare,
                    stored,
                    stored.perSecond() / opened.perSecond(),
                    ofBare(),
                    worked,
                    processor);
        }
    }

    Step at(int connections) {
        return steps.stream()
                .filter(step -> step.connections() == connections)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "load %.1f%n%s%n  at a given rate: %s",
                load,
                steps.stream().map(Step::toString).collect(Collectors.joining("\n")),
                even);
    }
}
