package io.tilth.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import(KernelProbe.class)
class CompanyControllerTest {

    private static final String RIGHTS = "company:read,company:write,company:close,audit:read";

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    Probing operator;
    Probing acme;

    @BeforeEach
    void asACompany() {
        operator = new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "tenant:write");
        var opened = operator.post("/api/v1/operator/tenants", """
                {"name": "Acme", "trade": "HOME", "timeZone": "Asia/Shanghai", "plan": "PRO",
                 "validUntil": "2030-01-01T00:00:00Z", "ownerId": "%s"}""".formatted(UUID.randomUUID()));
        var id = json.readTree(opened.body()).get("id").asLong();
        acme = new Probing(port, new TenantId(id), UUID.randomUUID(), RIGHTS);
    }

    @Test
    void seesItselfButNotWhoLooksAfterIt() {
        assertThat(acme.get("/api/v1/company").body())
                .contains("\"name\":\"Acme\"", "\"plan\":\"PRO\"", "\"state\":\"ACTIVE\"", "\"closesAt\":null")
                .doesNotContain("owner");
    }

    @Test
    void changesItsNameTradeAndZoneOnly() {
        assertThat(change("Acme 2", 1).body()).contains("\"name\":\"Acme 2\"", "\"plan\":\"PRO\"", "\"version\":2");
        assertThat(acme.get("/api/v1/audit").body()).contains("company.changed", "Acme 2");

        var stale = change("Acme 3", 1);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("\"name\":\"Acme 2\"").doesNotContain("owner");
    }

    @Test
    void closesItselfByItsNameAndChangesItsMind() {
        assertThat(acme.post("/api/v1/company/close", "{\"name\":\"acme\"}").statusCode())
                .isEqualTo(400);
        assertThat(acme.post("/api/v1/company/close", "{\"name\":\"Acme\"}").body())
                .contains("\"state\":\"CLOSING\"");
        assertThat(acme.post("/api/v1/company/keep", "").body()).contains("\"state\":\"ACTIVE\"");
    }

    @Test
    void tellsItsOwnScreensAndTheHouse() {
        change("Acme 2", 1);
        var number = String.valueOf(acme.tenant().value());

        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() -> assertThat(signals(number)).isEqualTo(2));
    }

    private int signals(String number) {
        return jdbc.sql("""
                select count(distinct tenant_id)
                from kernel.live_signal
                where topic = 'tenant' and subject = :number and recipient = '*' and tenant_id in (0, :tenant)
                """)
                .param("number", number)
                .param("tenant", acme.tenant().value())
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> change(String name, int version) {
        return acme.put("/api/v1/company", """
                {"name": "%s", "trade": "HOME", "timeZone": "Asia/Shanghai", "version": %d}""".formatted(name, version));
    }
}
