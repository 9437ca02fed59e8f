package io.tilth.drill;

import io.tilth.drill.check.Checker;
import io.tilth.drill.check.Finding;
import io.tilth.drill.check.KeptReader;
import io.tilth.drill.check.Told;
import io.tilth.drill.check.Watch;
import io.tilth.drill.load.Ledger;
import io.tilth.drill.load.Load;
import io.tilth.drill.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One drill: a crowd at work, a script that breaks things under it, and a checker that trusts nobody. */
public final class Drill implements AutoCloseable {

    private final Options options;
    private final Chronicle chronicle = new Chronicle();
    private final Ledger ledger = new Ledger();
    private final Site site;
    private final Watch watch;

    private Drill(Options options, Site site) {
        this.options = options;
        this.site = site;
        this.watch = new Watch(site.sandbox());
    }

    /**
     * @param jar of the packaged server
     * @param home is made, and thrown away by whoever asked for it
     * @param only the one thing to break; empty for all
     */
    public record Options(Path jar, Path home, long seed, boolean isLong, String only) {

        private static final Duration SHORT = Duration.ofSeconds(90);
        private static final Duration LONG = Duration.ofMinutes(20);

        Script script() {
            if (!only.isEmpty()) {
                return new Script(seed, SHORT, Set.of(Fault.valueOf(only)));
            }
            return isLong ? new Script(seed, LONG, Script.ALL) : new Script(seed, SHORT, Script.SHORT);
        }
    }

    public static Drill open(Options options) throws IOException, InterruptedException {
        return new Drill(
                options,
                Site.open(options.jar(), options.home(), options.script().upgrades()));
    }

    /** Comes back when nothing is left to do. */
    public Report play() throws Exception {
        chronicle.say("the server is up, and the stage is being set; seed " + options.seed());
        var load = Load.begin(site, ledger);
        chronicle.say("people scan, read and work");
        try {
            options.script().play(site, chronicle);
        } finally {
            chronicle.say("nothing new begins; what was begun is brought to its end");
            load.end();
        }
        chronicle.say("everybody has heard what they waited for; what is left to do is awaited");
        var waiting = new Settling(site).await();
        chronicle.say(waiting.isEmpty() ? "nothing is left to do" : "STILL WAITING: " + waiting);
        var findings = new ArrayList<>(check());
        findings.add(new Finding("work that is left", 0, waiting, List.of(), List.of(), ""));
        return new Report(options, chronicle.events(), findings);
    }

    /** Holds the three ledgers against each other as they are now. */
    public List<Finding> check() throws SQLException, IOException {
        try (var connection = site.database().connect()) {
            return check(connection);
        }
    }

    List<Finding> check(Connection connection) throws SQLException {
        var told = told();
        return new Checker(told, new KeptReader(connection).about(told), watch.about(told)).findings();
    }

    /** Losses made on purpose that the checker did not find, by their names; to be asked after a healthy drill alone. */
    public List<String> unnoticed() throws SQLException, IOException {
        return Plant.missedBy(this);
    }

    Told told() {
        return ledger.told();
    }

    Site site() {
        return site;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        site.close();
    }
}
