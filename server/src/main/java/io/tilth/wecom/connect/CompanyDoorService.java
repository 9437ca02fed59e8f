package io.tilth.wecom.connect;

import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CompanyDoorService implements Companies {

    private final ConnectRepository companies;

    CompanyDoorService(ConnectRepository companies) {
        this.companies = companies;
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        return companies.find(id).map(ConnectedCompany::asOthersSeeIt);
    }

    @Override
    public List<Company> connected() {
        return companies.all().stream()
                .filter(company -> company.state() == State.CONNECTED)
                .map(ConnectedCompany::asOthersSeeIt)
                .toList();
    }
}
