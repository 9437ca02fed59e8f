package io.tilth.access.wecom;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The companies whose members may sign in by WeCom: those that are connected. */
@Service
@Transactional
class SignInCompanyService {

    private final SignInCompanyRepository companies;
    private final Companies connected;

    SignInCompanyService(SignInCompanyRepository companies, Companies connected) {
        this.companies = companies;
        this.connected = connected;
    }

    @Transactional(readOnly = true)
    public Optional<TenantId> tenant(CompanyId company) {
        return companies.tenant(company);
    }

    @Transactional(readOnly = true)
    public Optional<CompanyId> only() {
        return companies.only();
    }

    /** Looks what holds by now, since news may come late or twice. */
    public void look(CompanyId company) {
        if (connected.connected().stream().map(Company::id).anyMatch(company::equals)) {
            companies.insert(company, TenantScope.current());
        } else {
            companies.delete(company);
        }
    }

    public void forget(TenantId tenant) {
        companies.deleteOf(tenant);
    }
}
