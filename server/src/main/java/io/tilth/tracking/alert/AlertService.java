package io.tilth.tracking.alert;

import io.tilth.customer.Consents;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Notices;
import io.tilth.directory.Rests;
import io.tilth.tenancy.Tenants;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.alert.Alert.Push;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what readers do into alerts: one for what belongs together, at once or in the next digest. */
@Service
@Transactional
class AlertService {

    /** What is told so late is history. */
    private static final Duration STALE = Duration.ofHours(2);

    private final AlertRepository alerts;
    private final AlertSettingRepository settings;
    private final AlertRouteService route;
    private final AlertTeller teller;
    private final Rests rests;
    private final Consents consents;
    private final Notices notices;
    private final Tenants tenants;
    private final Clock clock;

    AlertService(
            AlertRepository alerts,
            AlertSettingRepository settings,
            AlertRouteService route,
            AlertTeller teller,
            Rests rests,
            Consents consents,
            Notices notices,
            Tenants tenants,
            Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.route = route;
        this.teller = teller;
        this.rests = rests;
        this.consents = consents;
        this.notices = notices;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Nobody is alerted about a visitor without a name. */
    public void hear(VisitMoved moved) {
        moved.reader()
                .filter(reader -> moved.certainty() != Certainty.VISITOR)
                .filter(reader -> moved.at().plus(STALE).isAfter(clock.instant()))
                .filter(reader ->
                        asksForUs(moved) || consents.quiet(List.of(reader)).isEmpty())
                .ifPresent(reader -> hear(moved, reader));
    }

    /** Whoever asked for quiet and then calls wants an answer. */
    private static boolean asksForUs(VisitMoved moved) {
        return switch (moved.deed()) {
            case CALL_TAPPED, FIND_ME_TAPPED, PHONE_LEFT -> true;
            default -> false;
        };
    }

    private void hear(VisitMoved moved, CustomerId reader) {
        var setting = settings.get();
        var now = clock.instant();
        var trigger = Trigger.of(moved, setting);
        alerts.hold(reader);
        var open = alerts.newest(reader).filter(alert -> alert.takes(moved, setting, now));
        boolean raised =
                open.isPresent() && trigger.filter(open.get()::isRaisedBy).isPresent();
        if (open.isPresent() && !(raised && !open.get().state().isWaiting())) {
            goOn(open.get(), moved, trigger, raised);
        } else {
            trigger.ifPresent(found -> route.to(reader, moved.sender())
                    .ifPresent(member -> begin(Alert.of(moved, reader, found, member, now), moved, setting)));
        }
    }

    private void goOn(Alert alert, VisitMoved moved, Optional<Trigger> trigger, boolean raised) {
        var now = clock.instant();
        var next = alert.with(moved, trigger, now);
        if (raised) {
            next = push(next, settings.get(), now);
        }
        alerts.update(next);
        if (!next.reading().share().equals(alert.reading().share())) {
            alerts.leave(alert.id(), alert.reading().share());
        }
        teller.show(next.id(), alerts.holders(next.id()));
    }

    private void begin(Alert alert, VisitMoved moved, AlertSetting setting) {
        var now = alert.openedAt();
        alerts.insert(alert);
        alerts.hand(alert.id(), alert.member(), "OWNER", now);
        boolean alone = alert.level() == AlertLevel.IMMEDIATE
                || Trigger.isPersonal(moved) && hasRoom(alert.member(), setting, now);
        alerts.update(
                alone
                        ? push(alert, setting, now)
                        : alert.pushed(Push.inDigest(setting.nextDigest(now, tenants.zone()))));
        teller.show(alert.id(), alerts.holders(alert.id()));
    }

    /** Whether the member has had fewer ordinary pushes than they should bear. */
    private boolean hasRoom(MemberId member, AlertSetting setting, Instant now) {
        var midnight = now.atZone(tenants.zone())
                .toLocalDate()
                .atStartOfDay(tenants.zone())
                .toInstant();
        return alerts.pushesSince(member, now.minus(Duration.ofHours(1))) < setting.perHour()
                && alerts.pushesSince(member, midnight.minusMillis(1)) < setting.perDay();
    }

    /** What is held back over night or a rest does not count: it comes as one summary. */
    private Alert push(Alert alert, AlertSetting setting, Instant now) {
        var zone = tenants.zone();
        boolean rests = this.rests.resting(List.of(alert.member()), now).contains(alert.member());
        boolean held = rests || notices.quiet().covers(now.atZone(zone).toLocalTime());
        var pushed = alert.pushed(Push.now(now, alert.level() == AlertLevel.ORDINARY && !held));
        teller.push(pushed);
        if (alert.level() == AlertLevel.ORDINARY) {
            return pushed;
        }
        // Whoever rests cannot answer, so their spare is asked as soon as anybody works.
        int patience = rests ? 0 : setting.spareAfter();
        return pushed.due(Optional.of(setting.workMinutesAfter(now, patience, zone)));
    }
}
