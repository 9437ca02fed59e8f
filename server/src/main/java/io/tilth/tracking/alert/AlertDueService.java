package io.tilth.tracking.alert;

import io.tilth.customer.Scores;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Rests;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of alerts by the mere passing of time: handed over, told in a digest, expired. */
@Service
@Transactional
class AlertDueService {

    static final Duration ANSWERABLE = Duration.ofHours(24);

    private final AlertRepository alerts;
    private final AlertSettingRepository settings;
    private final AlertTeller teller;
    private final Scores scores;
    private final Rests rests;
    private final Members members;
    private final Tenants tenants;
    private final Clock clock;

    AlertDueService(
            AlertRepository alerts,
            AlertSettingRepository settings,
            AlertTeller teller,
            Scores scores,
            Rests rests,
            Members members,
            Tenants tenants,
            Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.teller = teller;
        this.scores = scores;
        this.rests = rests;
        this.members = members;
        this.tenants = tenants;
        this.clock = clock;
    }

    public void look() {
        var now = clock.instant();
        alerts.expire(now.minus(ANSWERABLE));
        var due = alerts.dueToHandOver(now);
        if (!due.isEmpty()) {
            var setting = settings.get();
            due.forEach(alert -> handOver(alert, setting, now));
        }
        alerts.dueInDigest(now).stream()
                .collect(Collectors.groupingBy(Alert::member))
                .forEach(this::digest);
    }

    /** A server that was down hands over when people work again, not in the night. */
    private void handOver(Alert alert, AlertSetting setting, Instant now) {
        var zone = tenants.zone();
        if (!setting.isWorkTime(now, zone)) {
            alerts.update(alert.due(Optional.of(setting.workMinutesAfter(now, 0, zone))));
        } else if (alert.step() == 0) {
            toSpare(alert, setting, now);
        } else {
            toManager(alert, now);
        }
    }

    private void toSpare(Alert alert, AlertSetting setting, Instant now) {
        var spare = rests.spare(alert.member())
                .filter(one -> rests.resting(List.of(one), now).isEmpty());
        int more = Math.max(0, setting.managerAfter() - setting.spareAfter());
        var next = Optional.of(setting.workMinutesAfter(now, more, tenants.zone()));
        spare.ifPresent(one -> give(alert, one, "SPARE", now));
        move(alert, alert.handed(spare.orElse(alert.member()), 1, next));
    }

    /** The manager sees to it; whose turn it is stays as it was. */
    private void toManager(Alert alert, Instant now) {
        var owner = alerts.holders(alert.id()).getFirst();
        rests.manager(owner).ifPresent(manager -> give(alert, manager, "MANAGER", now));
        move(alert, alert.handed(alert.member(), 2, Optional.empty()));
    }

    private void give(Alert alert, MemberId to, String part, Instant now) {
        alerts.hand(alert.id(), to, part, now);
        teller.handedOver(
                alert, to, part, members.find(alert.member()).map(Member::name).orElse(""));
    }

    private void move(Alert before, Alert after) {
        alerts.update(after);
        teller.show(before.id(), alerts.holders(before.id()));
    }

    private void digest(MemberId member, List<Alert> some) {
        var customers = some.stream().map(Alert::customer).distinct().toList();
        var heat = scores.of(customers);
        var top = customers.stream()
                .sorted(Comparator.comparing(
                        customer -> Optional.ofNullable(heat.get(customer))
                                .map(Scores.Score::value)
                                .orElse(0),
                        Comparator.reverseOrder()))
                .limit(settings.get().digestTop())
                .map(teller::name)
                .toList();
        teller.digest(member, customers.size(), top);
        alerts.digested(some.stream().map(Alert::id).toList());
    }
}
