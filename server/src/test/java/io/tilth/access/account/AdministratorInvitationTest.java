package io.tilth.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccessTest;
import io.tilth.access.Staff;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class AdministratorInvitationTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    Probing company;
    Probing operator;

    @BeforeEach
    void withANewCompany() {
        company = Probing.on(port, "audit:read");
        staff.open(company.tenant());
        operator = new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "tenant:write,audit:read");
    }

    @Test
    void invitesACompanysAdministratorAndLeavesALineInBothTrails() {
        var answer = operator.post(path(company.tenant()), "{\"name\": \"Boss\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("/join#");
        assertThat(company.get("/api/v1/audit").body())
                .contains("tenant.visited", "admin-invitation", "invitation.made", "ADMIN");
        assertThat(operator.get("/api/v1/audit?actor=" + operator.account()).body())
                .contains("tenant.visited", "admin-invitation");
    }

    @Test
    void knowsNoSuchCompany() {
        assertThat(operator.post(path(new TenantId(999_999_999)), "{\"name\": \"Boss\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.post(path(TenantId.HOUSE), "{\"name\": \"Boss\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksForAName() {
        var answer = operator.post(path(company.tenant()), "{\"name\": \" \"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/name");
    }

    private static String path(TenantId tenant) {
        return "/api/v1/operator/tenants/%d/admin-invitations".formatted(tenant.value());
    }
}
