package io.tilth.tenancy;

import io.tilth.kernel.TenantId;
import java.util.List;

/** Something that the register says of these tenants is different now. Said in the scope of whoever changed it. */
public record TenantsChanged(List<TenantId> tenants) {

    public TenantsChanged {
        tenants = List.copyOf(tenants);
    }

    public TenantsChanged(TenantId tenant) {
        this(List.of(tenant));
    }
}
