package io.tilth.tracking.alert;

import io.tilth.directory.Notice;
import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AlertRights implements Right.Catalog, Notice.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inCompany("alert:read"),
                Right.inCompany("alert:write"),
                Right.inCompany("alert:assign"),
                Right.inCompany("alert-setting:read"),
                Right.inCompany("alert-setting:write"));
    }

    @Override
    public Set<String> kinds() {
        return Set.of("visit.alert", "visit.digest", "visit.handed");
    }
}
