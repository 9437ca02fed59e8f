package io.tilth.wecom.company;

import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CompanyService implements Companies {

    private final CompanyRepository companies;

    CompanyService(CompanyRepository companies) {
        this.companies = companies;
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        return companies.find(id);
    }

    @Override
    public List<Company> connected() {
        return companies.connected();
    }
}
