package io.tilth.wecom.connect;

import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies as the list shows them. */
@Service
@Transactional(readOnly = true)
class WecomCompanyService {

    private final ConnectRepository companies;
    private final ConnectService connects;
    private final CallbackAddresses addresses;

    WecomCompanyService(ConnectRepository companies, ConnectService connects, CallbackAddresses addresses) {
        this.companies = companies;
        this.connects = connects;
        this.addresses = addresses;
    }

    public List<WecomCompany> all() {
        var refused = companies.refused();
        return companies.all().stream()
                .map(company ->
                        WecomCompany.of(company, addresses.traffic(company.id()), refused.contains(company.id())))
                .toList();
    }

    public WecomCompany get(CompanyId id) {
        return WecomCompany.of(
                connects.get(id), addresses.traffic(id), companies.refused().contains(id));
    }
}
