package io.tilth.wecom.connect;

import io.tilth.wecom.CallbackAddresses.Issued;
import io.tilth.wecom.Company.Kind;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Connections;
import io.tilth.wecom.connect.ConnectedCompany.Draft;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The wizard's steps in one go. */
@Component
class DirectConnections implements Connections {

    private final ConnectService companies;
    private final StepChecks checks;

    DirectConnections(ConnectService companies, StepChecks checks) {
        this.companies = companies;
        this.checks = checks;
    }

    @Override
    public CompanyId begin(App app) {
        var draft = new Draft(Kind.SELF_BUILT, app.name(), app.corpId(), app.agentId(), app.secret(), Optional.empty());
        return companies.begin(draft).id();
    }

    @Override
    public void keptSince(CompanyId company, Instant since) {
        companies.keptSince(company, since);
    }

    @Override
    public Issued issueCallback(CompanyId company) {
        return companies.issueCallback(company);
    }

    @Override
    public void connect(CompanyId company) {
        Step.NEEDED.forEach(step -> checks.check(company, step));
        companies.connect(company);
    }
}
