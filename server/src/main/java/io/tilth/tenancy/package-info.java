/**
 * The tenants of the SaaS: opening, suspending, closing and erasing them, and the export of all that a tenant has.
 *
 * <p>Says {@link io.tilth.tenancy.TenantOpened}, {@link io.tilth.tenancy.TenantSuspended},
 * {@link io.tilth.tenancy.TenantResumed}, {@link io.tilth.tenancy.TenantErased} and, for every change of the register,
 * {@link io.tilth.tenancy.TenantsChanged}.
 */
@ApplicationModule(allowedDependencies = {})
package io.tilth.tenancy;

import org.springframework.modulith.ApplicationModule;
