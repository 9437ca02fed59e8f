package io.tilth.customer.score;

import io.tilth.customer.CustomerId;
import io.tilth.customer.ScoreItems;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Score;
import io.tilth.customer.VisibleCustomers;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains scores, and lets a company weigh things its own way. */
@Service
@Transactional
class ScoreDeskService {

    private static final int LINES = 50;

    private final ScoreService scores;
    private final ScoreSignalRepository signals;
    private final ScoreRepository counted;
    private final ScoreSettingRepository settings;
    private final VisibleCustomers customers;
    private final ObjectProvider<ScoreItems> items;
    private final RecountQueue queue;
    private final Audit audit;
    private final Clock clock;

    ScoreDeskService(
            ScoreService scores,
            ScoreSignalRepository signals,
            ScoreRepository counted,
            ScoreSettingRepository settings,
            VisibleCustomers customers,
            ObjectProvider<ScoreItems> items,
            RecountQueue queue,
            Audit audit,
            Clock clock) {
        this.scores = scores;
        this.signals = signals;
        this.counted = counted;
        this.settings = settings;
        this.customers = customers;
        this.items = items;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Explained explain(CustomerId id) {
        var customer = customers.find(id).orElseThrow(() -> Refusal.notFound("customer-not-found"));
        var now = clock.instant();
        var all = signals.of(List.of(customer), now.minus(ScoreService.REMEMBERED))
                .getOrDefault(customer, List.of());
        var latest = all.stream()
                .filter(signal -> signal.points() > 0)
                .sorted(Comparator.comparing(StoredSignal::at).reversed())
                .limit(LINES)
                .toList();
        int halfLife = scores.setting().halfLife();
        var names = names(latest);
        var lines = latest.stream()
                .map(one -> new Line(
                        one.kind(),
                        one.item().map(names::get),
                        one.points(),
                        one.points() * Heat.fade(one.at(), now, halfLife),
                        one.at()))
                .toList();
        return new Explained(scores.of(List.of(customer)).getOrDefault(customer, Score.NONE), lines);
    }

    @Transactional(readOnly = true)
    Rules rules() {
        var setting = scores.setting();
        return new Rules(setting, counted.countCountedBefore(setting.version()));
    }

    Rules change(ScoreSetting setting) {
        if (!settings.store(setting)) {
            throw Refusal.stale(scores.setting());
        }
        audit.note("score.weighed", Subject.of("company", TenantScope.current().value()));
        queue.add();
        return rules();
    }

    private Map<String, String> names(List<StoredSignal> some) {
        var wanted =
                some.stream().flatMap(one -> one.item().stream()).distinct().toList();
        var all = new HashMap<String, String>();
        if (!wanted.isEmpty()) {
            items.stream().forEach(known -> all.putAll(known.names(wanted)));
        }
        return all;
    }

    record Explained(Score score, List<Line> lines) {}

    /** @param title of the item, where it has one */
    record Line(Kind kind, Optional<String> title, double points, double worth, Instant at) {}

    /** @param waiting how many customers are still to be counted by it */
    record Rules(ScoreSetting setting, int waiting) {}
}
