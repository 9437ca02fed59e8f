package io.tilth.tracking.alert;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Timeline;
import io.tilth.directory.MemberId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.Past;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.alert.Alert.Push;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts as {@link AlertService} makes them, of what is past: each stands where it would stand, and rings nowhere. */
@Service
@Transactional
class PastAlertService implements Past.Answering {

    private final AlertRepository alerts;
    private final AlertListRepository list;
    private final AlertSettingRepository settings;
    private final Follows follows;

    PastAlertService(
            AlertRepository alerts, AlertListRepository list, AlertSettingRepository settings, Follows follows) {
        this.alerts = alerts;
        this.list = list;
        this.settings = settings;
        this.follows = follows;
    }

    @Override
    public Optional<AlertId> hear(List<VisitMoved> news) {
        var setting = settings.get();
        var heard = Optional.<AlertId>empty();
        for (var moved : news) {
            if (moved.certainty() != Certainty.VISITOR && moved.reader().isPresent()) {
                var before = heard;
                heard = hear(moved, moved.reader().get(), setting).or(() -> before);
            }
        }
        return heard;
    }

    private Optional<AlertId> hear(VisitMoved moved, CustomerId reader, AlertSetting setting) {
        var trigger = Trigger.of(moved, setting);
        var open = alerts.newest(reader).filter(alert -> alert.takes(moved, setting, moved.at()));
        if (open.isPresent()) {
            alerts.update(open.get().with(moved, trigger, moved.at()));
            return open.map(Alert::id);
        }
        return trigger.map(found -> begin(moved, reader, found));
    }

    private AlertId begin(VisitMoved moved, CustomerId reader, Trigger trigger) {
        var id = new AlertId(
                Timeline.id(moved.at(), "past-alert/" + moved.visit().value()));
        var alert = Alert.of(id, moved, reader, trigger, moved.sender(), moved.at());
        alerts.insert(alert.pushed(Push.now(moved.at(), alert.level() == AlertLevel.ORDINARY)));
        alerts.hand(id, alert.member(), "OWNER", moved.at());
        return id;
    }

    @Override
    public void answered(AlertId alert, MemberId by, boolean called, Instant at) {
        if (alerts.contacted(alert, by, called ? Answer.CALL : Answer.CHAT, at)) {
            list.find(alert).ifPresent(found -> follows.contacted(found.customer(), by, at));
        }
    }

    @Override
    public void overdue(AlertId alert, MemberId manager, Instant at) {
        list.find(alert).filter(found -> found.state().isWaiting()).ifPresent(found -> {
            alerts.hand(alert, manager, "MANAGER", at);
            alerts.update(found.handed(found.member(), 2, Optional.empty()));
        });
    }
}
