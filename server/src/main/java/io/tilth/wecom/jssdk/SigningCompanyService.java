package io.tilth.wecom.jssdk;

import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class SigningCompanyService {

    private final Companies companies;

    SigningCompanyService(Companies companies) {
        this.companies = companies;
    }

    /** One of these, else the first that is connected. */
    public Optional<Company> choose(Set<CompanyId> preferred) {
        var connected = companies.connected();
        return connected.stream()
                .filter(company -> preferred.contains(company.id()))
                .findFirst()
                .or(() -> connected.stream().findFirst());
    }
}
