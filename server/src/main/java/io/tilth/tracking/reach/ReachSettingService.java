package io.tilth.tracking.reach;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TilthSettings;
import io.tilth.tracking.ReachPages;
import java.net.URI;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReachSettingService implements ReachPages {

    private final ReachSettingRepository settings;
    private final TilthSettings house;
    private final Audit audit;

    ReachSettingService(ReachSettingRepository settings, TilthSettings house, Audit audit) {
        this.settings = settings;
        this.house = house;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    ReachSetting get() {
        return settings.find().orElse(ReachSetting.UNDECIDED);
    }

    ReachSetting change(ReachSetting setting) {
        var before = get();
        if (!settings.keep(setting)) {
            throw Refusal.stale(before);
        }
        audit.note("reach-setting.changed", Subject.of("reach-setting", "pages"));
        return get();
    }

    /** Where the installation's own pages are, for tenants without a domain. */
    URI standard() {
        return house.reach();
    }

    @Override
    @Transactional(readOnly = true)
    public URI address(String code) {
        return at("/r/" + code);
    }

    /** On the tenant's own domain, if it has one. */
    @Transactional(readOnly = true)
    URI at(String path) {
        var domain = get().domain();
        var base = domain == null ? house.reach().toString().replaceAll("/+$", "") : "https://" + domain;
        return URI.create(base + path);
    }

    @Override
    @Transactional(readOnly = true)
    public Identification identification() {
        return get().identification();
    }
}
