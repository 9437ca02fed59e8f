/**
 * Who may come in and what they may do: people and their accounts, signing in by password or by WeCom, sessions,
 * one-time links, roles and the rules that give them, API keys, support visits and saved views.
 *
 * <p>Hears {@link io.tilth.tenancy.TenantSuspended} and {@link io.tilth.tenancy.TenantErased},
 * {@link io.tilth.wecom.CompanyConnected} and {@link io.tilth.wecom.CompanyClosed},
 * {@link io.tilth.directory.MemberLeft} and {@link io.tilth.directory.MemberJoined}; says
 * {@link io.tilth.access.AccountRemoved}. Operators of the SaaS are accounts of the house, so everything here works for
 * them as for a company.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "directory", "wecom"})
package io.tilth.access;

import org.springframework.modulith.ApplicationModule;
