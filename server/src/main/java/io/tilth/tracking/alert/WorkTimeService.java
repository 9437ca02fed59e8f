package io.tilth.tracking.alert;

import io.tilth.tenancy.Tenants;
import io.tilth.tracking.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WorkTimeService implements WorkTime {

    private final AlertSettingRepository settings;
    private final Tenants tenants;

    WorkTimeService(AlertSettingRepository settings, Tenants tenants) {
        this.settings = settings;
        this.tenants = tenants;
    }

    @Override
    public Optional<Duration> firstReply() {
        return Optional.of(settings.get().firstReplyAfter())
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes);
    }

    @Override
    public Instant after(Instant at, Duration work) {
        return settings.get().workMinutesAfter(at, (int) work.toMinutes(), tenants.zone());
    }
}
