package io.tilth.access.role;

import static io.tilth.kernel.Right.anywhere;
import static io.tilth.kernel.Right.inCompany;
import static io.tilth.kernel.Right.inHouse;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rights of this module. */
@Component
class AccessRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                anywhere("account:read"),
                anywhere("account:write"),
                anywhere("role:read"),
                anywhere("role:write"),
                anywhere("api-key:read"),
                anywhere("api-key:write"),
                inCompany("role-rule:read"),
                inCompany("role-rule:write"),
                inCompany("support:decide"),
                inHouse("support:ask"));
    }
}
