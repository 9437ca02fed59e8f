package io.tilth.wecom;

import io.tilth.kernel.TenantId;
import java.util.Optional;

/** Which company of which tenant has authorised the provider's app, 授权企业. Asked without a tenant. */
public interface SuiteCompanies {

    /** @param corpId as the provider sees it; empty unless the corporation itself has authorised the app */
    Optional<Authorised> find(String corpId);

    record Authorised(TenantId tenant, CompanyId company) {}
}
