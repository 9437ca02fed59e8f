package io.tilth.tracking.share;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ShareRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("share:read"), Right.inCompany("share:write"));
    }
}
