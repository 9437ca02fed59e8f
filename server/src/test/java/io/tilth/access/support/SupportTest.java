package io.tilth.access.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tilth.access.AccessTest;
import io.tilth.access.Sessions;
import io.tilth.access.Staff;
import io.tilth.access.SupportDoor;
import io.tilth.access.SupportVisits;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class SupportTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SupportVisits visits;

    @Autowired
    SupportDoor door;

    @Autowired
    Sessions sessions;

    Probing company;
    Probing operator;

    @BeforeEach
    void withACompanyAndAnOperator() {
        company = Probing.on(port, "support:decide,audit:read");
        staff.open(company.tenant());
        operator = new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "support:ask,audit:read");
    }

    @Test
    void asksWithAReasonThatBothSidesRead() {
        ask();

        assertThat(company.get("/api/v1/support-requests").body())
                .contains("Import fails", "\"requestedBy\":\"Probe\"", "\"state\":\"ASKED\"", "\"until\":null");
        assertThat(operator.get(tenant("/support-requests")).body()).contains("Import fails", "ASKED");
        assertThat(company.get("/api/v1/audit").body()).contains("support.asked", "Import fails");
        assertThat(operator.get("/api/v1/audit?actor=" + operator.account()).body())
                .contains("tenant.visited", "Import fails");
    }

    @Test
    void needsAReason() {
        var answer = operator.post(tenant("/support-requests"), "{\"reason\": \"\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/reason");
    }

    @Test
    void asksOnceAtATime() {
        ask();

        assertThat(operator.post(tenant("/support-requests"), "{\"reason\": \"Again\"}")
                        .body())
                .contains("/problems/support-already-asked");
    }

    @Test
    void entersOnlyOnceAllowed() {
        when(door.enter(any(), eq(company.tenant()), any())).thenReturn(Map.of("place", "company"));
        var id = ask();

        assertThat(operator.post(tenant("/support-visits"), "").body()).contains("/problems/support-not-allowed");
        verify(door, never()).enter(any(), any(), any());

        assertThat(decide(id, "allow")).contains("ALLOWED");
        assertThat(operator.post(tenant("/support-visits"), "").body()).isEqualTo("{\"place\":\"company\"}");
        verify(door).enter(any(), eq(company.tenant()), eq(UUID.fromString(id)));
        assertThat(company.get("/api/v1/audit").body()).contains("support.allowed", "support.entered");
    }

    @Test
    void letsInNobodyButWhoAsked() {
        decide(ask(), "allow");
        var other = new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "support:ask");

        assertThat(other.post(tenant("/support-visits"), "").body()).contains("/problems/support-not-allowed");
    }

    @Test
    void tellsTheHouseWhatWasDecided() {
        decide(ask(), "refuse");

        assertThat(operator.get("/api/v1/audit?action=support.refused&actor=" + company.account())
                        .body())
                .contains("Import fails", "\"tenant\":" + company.tenant().value());
        assertThat(operator.get(tenant("/support-requests")).body()).contains("REFUSED");
    }

    @Test
    void holdsWithinTheCompanyThatAllowedItAlone() {
        var id = UUID.fromString(ask());
        decide(id.toString(), "allow");
        var globex = Probing.on(port, "support:decide");

        assertThat(TenantScope.of(company.tenant()).call(() -> visits.current(id)))
                .isPresent();
        assertThat(TenantScope.of(globex.tenant()).call(() -> visits.current(id)))
                .isEmpty();
        assertThat(globex.get("/api/v1/support-requests").body()).isEqualTo("[]");
        assertThat(globex.post("/api/v1/support-requests/" + id + "/end", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void endsEarlyAndShowsTheVisitorOut() {
        var olga = staff.hire(
                TenantId.HOUSE, "Olga " + operator.account().toString().substring(0, 8), Staff.OPERATOR);
        operator = new Probing(port, TenantId.HOUSE, olga.value(), "support:ask");
        var id = ask();
        decide(id, "allow");

        assertThat(decide(id, "end")).contains("ENDED");
        verify(sessions).end(any(), eq(Goodbye.SUPPORT_ENDED));
        assertThat(TenantScope.of(company.tenant()).call(() -> visits.current(UUID.fromString(id))))
                .isEmpty();
    }

    @Test
    void endsByItselfAfterTwoHours() {
        var id = ask();
        decide(id, "allow");
        staff.update(company.tenant(), """
                update access.support_request set until = now() where tenant_id = :tenant
                """);

        assertThat(TenantScope.of(company.tenant()).call(() -> visits.current(UUID.fromString(id))))
                .isEmpty();
        assertThat(company.get("/api/v1/support-requests").body()).contains("ENDED");
        assertThat(operator.post(tenant("/support-requests"), "{\"reason\": \"Again\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void isDecidedOnce() {
        var id = ask();
        decide(id, "allow");

        assertThat(company.post("/api/v1/support-requests/" + id + "/refuse", "")
                        .body())
                .contains("/problems/support-request-decided");
    }

    @Test
    void knowsNoSuchCompany() {
        assertThat(operator.post("/api/v1/operator/tenants/0/support-requests", "{\"reason\": \"Me\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.get("/api/v1/operator/tenants/999999999/support-requests")
                        .statusCode())
                .isEqualTo(404);
    }

    private String ask() {
        var answer = operator.post(tenant("/support-requests"), "{\"reason\": \"Import fails\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private String decide(String id, String decision) {
        var answer = company.post("/api/v1/support-requests/" + id + "/" + decision, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String tenant(String path) {
        return "/api/v1/operator/tenants/" + company.tenant().value() + path;
    }
}
