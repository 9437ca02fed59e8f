package io.tilth.tenancy.tenant;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class TenantRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inHouse("tenant:read"),
                Right.inHouse("tenant:write"),
                Right.inHouse("tenant:export"),
                Right.inHouse("tenant:close"),
                Right.inCompany("company:read"),
                Right.inCompany("company:write"),
                Right.inCompany("company:export"),
                Right.inCompany("company:close"));
    }
}
