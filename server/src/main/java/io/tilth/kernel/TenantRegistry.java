package io.tilth.kernel;

import java.util.List;

/** All tenants that exist, as the tenancy module knows them; the kernel's jobs visit them one by one. */
public interface TenantRegistry {

    /** Every tenant that still has rows, the house first. */
    List<TenantId> all();
}
