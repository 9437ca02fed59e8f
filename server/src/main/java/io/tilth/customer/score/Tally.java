package io.tilth.customer.score;

import io.tilth.customer.Scores.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts one customer's signals: repeats once, no day above its cap. */
final class Tally {

    private record Theme(Kind kind, String item) {}

    private final ScoreSetting setting;
    private final ZoneId zone;
    private final Map<Theme, Instant> last = new HashMap<>();
    private final Map<LocalDate, Double> days = new HashMap<>();

    private Tally(ScoreSetting setting, ZoneId zone) {
        this.setting = setting;
        this.zone = zone;
    }

    /** @param signals in the order in which they happened */
    static List<Counted> count(List<StoredSignal> signals, ScoreSetting setting, ZoneId zone) {
        var tally = new Tally(setting, zone);
        var counted = new ArrayList<Counted>(signals.size());
        signals.forEach(signal -> counted.add(new Counted(signal, tally.points(signal))));
        return counted;
    }

    private double points(StoredSignal signal) {
        if (repeats(signal)) {
            return 0;
        }
        var day = signal.at().atZone(zone).toLocalDate();
        double before = days.getOrDefault(day, 0.0);
        double after = Math.min(setting.dailyCap(), before + setting.worth(signal.kind()) * signal.factor());
        days.put(day, after);
        return after - before;
    }

    private boolean repeats(StoredSignal signal) {
        if (signal.item().isEmpty()) {
            return false;
        }
        var theme = new Theme(signal.kind(), signal.item().get());
        var before = last.get(theme);
        if (before != null && signal.at().isBefore(before.plus(Duration.ofHours(setting.repeatHours())))) {
            return true;
        }
        last.put(theme, signal.at());
        return false;
    }
}
