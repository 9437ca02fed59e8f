package io.tilth.customer.inheritance;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class InheritanceRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("inheritance:read"), Right.inCompany("inheritance:write"));
    }
}
