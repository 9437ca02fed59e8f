/**
 * Who may come in and what they may do: people and their accounts, signing in, sessions, one-time links, roles, API
 * keys, support visits and saved views.
 *
 * <p>Hears {@link io.tilth.tenancy.TenantSuspended} and {@link io.tilth.tenancy.TenantErased}, says
 * {@link io.tilth.access.AccountRemoved}. Operators of the SaaS are accounts of the house, so everything here works for
 * them as for a company.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "directory", "wecom"})
package io.tilth.access;

import org.springframework.modulith.ApplicationModule;
