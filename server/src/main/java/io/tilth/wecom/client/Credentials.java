package io.tilth.wecom.client;

import io.tilth.kernel.TenantId;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;

/** What it takes to call WeCom for a company. */
record Credentials(
        TenantId tenant, CompanyId company, String corpId, String secret, int agentId, Company.Kind kind, int version) {

    @Override
    public String toString() {
        return "the app of " + company; // and not its secret
    }
}
