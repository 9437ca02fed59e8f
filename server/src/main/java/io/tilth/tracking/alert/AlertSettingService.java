package io.tilth.tracking.alert;

import io.tilth.directory.Notices;
import io.tilth.directory.Notices.Quiet;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AlertSettingService {

    private final AlertSettingRepository settings;
    private final Notices notices;
    private final Audit audit;

    AlertSettingService(AlertSettingRepository settings, Notices notices, Audit audit) {
        this.settings = settings;
        this.notices = notices;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public CompanyAlertSetting get() {
        var stored = settings.stored();
        return CompanyAlertSetting.of(stored.setting(), notices.quiet(), stored.version());
    }

    public CompanyAlertSetting change(AlertSetting setting, Quiet quiet, int version) {
        if (!settings.put(setting, version)) {
            throw Refusal.stale(get());
        }
        notices.setQuiet(quiet);
        audit.note(
                "alert-setting.changed",
                Subject.of("alert-setting", TenantScope.current().value()));
        return get();
    }
}
