/**
 * What every module leans on: the tenant in scope and its two locks, who is calling, the audit trail, refusals,
 * ids, pages of lists, repeated requests, live signals, secrets and jobs.
 *
 * <p>Knows no other module. What it needs from above it declares as a door ({@link io.tilth.kernel.TenantDoor},
 * {@link io.tilth.kernel.TenantRegistry}) for higher modules to implement.
 */
@ApplicationModule(allowedDependencies = {})
package io.tilth.kernel;

import org.springframework.modulith.ApplicationModule;
