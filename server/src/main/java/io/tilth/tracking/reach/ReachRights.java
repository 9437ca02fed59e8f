package io.tilth.tracking.reach;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ReachRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("reach-setting:read"), Right.inCompany("reach-setting:write"));
    }
}
