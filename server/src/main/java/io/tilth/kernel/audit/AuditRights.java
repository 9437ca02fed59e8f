package io.tilth.kernel.audit;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AuditRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.anywhere("audit:read"), Right.anywhere("audit:export"));
    }
}
