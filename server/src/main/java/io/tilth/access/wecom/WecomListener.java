package io.tilth.access.wecom;

import io.tilth.directory.MemberJoined;
import io.tilth.directory.MemberLeft;
import io.tilth.tenancy.TenantErased;
import io.tilth.wecom.CompanyClosed;
import io.tilth.wecom.CompanyConnected;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class WecomListener {

    private final SignInCompanyService companies;
    private final LeavingService leaving;

    WecomListener(SignInCompanyService companies, LeavingService leaving) {
        this.companies = companies;
        this.leaving = leaving;
    }

    @ApplicationModuleListener
    void on(CompanyConnected event) {
        companies.look(event.company());
    }

    @ApplicationModuleListener
    void on(CompanyClosed event) {
        companies.look(event.company());
    }

    @ApplicationModuleListener
    void on(TenantErased event) {
        companies.forget(event.tenant());
    }

    @ApplicationModuleListener
    void on(MemberLeft event) {
        leaving.look(event.member());
    }

    @ApplicationModuleListener
    void on(MemberJoined event) {
        leaving.look(event.member());
    }
}
