package io.tilth.customer.score;

import io.tilth.customer.Consents;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores;
import io.tilth.customer.score.ScoreRepository.Known;
import io.tilth.customer.score.ScoreRepository.Warmth;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ScoreService implements Scores {

    /** What is older is worth nothing any more, however long the half-life. */
    static final Duration REMEMBERED = Duration.ofDays(400);

    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 500;

    private final ScoreSignalRepository signals;
    private final ScoreRepository scores;
    private final ScoreSettingRepository settings;
    private final Consents consents;
    private final Tenants tenants;
    private final Clock clock;

    ScoreService(
            ScoreSignalRepository signals,
            ScoreRepository scores,
            ScoreSettingRepository settings,
            Consents consents,
            Tenants tenants,
            Clock clock) {
        this.signals = signals;
        this.scores = scores;
        this.settings = settings;
        this.consents = consents;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What those do who asked for quiet is not scored. */
    @Override
    public void add(Collection<Signal> all) {
        var quiet = all.isEmpty()
                ? Set.<CustomerId>of()
                : consents.quiet(all.stream().map(Signal::customer).distinct().toList());
        takeBack(all.stream()
                .filter(one -> isQuiet(one, quiet))
                .map(Signal::source)
                .toList());
        var told = all.stream().filter(one -> !isQuiet(one, quiet)).toList();
        if (told.isEmpty()) {
            return;
        }
        var latest = new TreeMap<String, Signal>();
        told.forEach(one -> latest.put(one.source(), one));
        var touched = new HashSet<>(signals.owners(latest.keySet()));
        latest.values().forEach(one -> touched.add(one.customer()));
        scores.hold(touched);
        signals.store(latest.values());
        recount(touched);
    }

    @Override
    public void takeBack(Collection<String> sources) {
        var touched = sources.isEmpty() ? Set.<CustomerId>of() : Set.copyOf(signals.owners(sources));
        if (!touched.isEmpty()) {
            scores.hold(touched);
            signals.delete(sources);
            recount(touched);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, Score> of(Collection<CustomerId> customers) {
        var setting = setting();
        var known = scores.of(customers);
        var now = clock.instant();
        var answer = new HashMap<CustomerId, Score>();
        customers.forEach(one -> answer.put(one, score(known.get(one), setting, now)));
        return answer;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Grade, Heats> heats() {
        var setting = setting();
        var now = clock.instant();
        double low = Heat.least(setting.low(), setting.halfLife(), now);
        double middle = Heat.least(setting.middle(), setting.halfLife(), now);
        double high = Heat.least(setting.high(), setting.halfLife(), now);
        return Map.of(
                Grade.ASLEEP, new Heats(Double.NEGATIVE_INFINITY, low),
                Grade.LOW, new Heats(low, middle),
                Grade.MIDDLE, new Heats(middle, high),
                Grade.HIGH, new Heats(high, Double.POSITIVE_INFINITY));
    }

    void join(CustomerId gone, CustomerId into) {
        var both = List.of(gone, into);
        scores.hold(both);
        signals.move(gone, into);
        scores.delete(gone);
        recount(List.of(into));
    }

    /** Counts some anew who were counted by other settings; false when there are none left. */
    boolean recountSome() {
        var some = scores.countedBefore(setting().version(), AT_ONCE);
        scores.hold(some);
        recount(some);
        return !some.isEmpty();
    }

    ScoreSetting setting() {
        return settings.find().orElse(ScoreSetting.DEFAULT);
    }

    ZoneId zone() {
        return tenants.find(TenantScope.current()).map(Tenants.Tenant::timeZone).orElse(USUAL);
    }

    private static boolean isQuiet(Signal one, Set<CustomerId> quiet) {
        return one.kind() != Kind.FRIEND_ADDED && quiet.contains(one.customer());
    }

    private static Score score(@Nullable Known known, ScoreSetting setting, Instant now) {
        int value = known == null ? 0 : Heat.shown(Heat.score(known.heat(), known.halfLife(), now));
        return new Score(value, setting.grade(value));
    }

    private void recount(Collection<CustomerId> customers) {
        var setting = setting();
        var zone = zone();
        var all = signals.of(customers, clock.instant().minus(REMEMBERED));
        var changed = new ArrayList<Counted>();
        var warmths = new ArrayList<Warmth>();
        for (var customer : customers) {
            var counted = Tally.count(all.getOrDefault(customer, List.of()), setting, zone);
            counted.stream()
                    .filter(one -> one.points() != one.signal().points())
                    .forEach(changed::add);
            warmths.add(warmth(customer, counted, setting));
        }
        if (!changed.isEmpty()) {
            signals.storePoints(changed);
        }
        scores.store(warmths, setting);
    }

    private static Warmth warmth(CustomerId customer, List<Counted> counted, ScoreSetting setting) {
        boolean any = counted.stream().anyMatch(one -> one.points() > 0);
        return new Warmth(
                customer,
                any ? Optional.of(Heat.of(counted, setting.halfLife())) : Optional.empty(),
                latest(counted.stream().map(Counted::signal).toList()),
                latest(counted.stream()
                        .map(Counted::signal)
                        .filter(StoredSignal::isReading)
                        .toList()));
    }

    private static Optional<Instant> latest(List<StoredSignal> some) {
        return some.stream().map(StoredSignal::at).max(Comparator.naturalOrder());
    }
}
