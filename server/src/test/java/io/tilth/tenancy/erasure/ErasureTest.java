package io.tilth.tenancy.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantCatalog;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Companies;
import io.tilth.tenancy.TenantErased;
import io.tilth.tenancy.Tenants;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@Import(KernelProbe.class)
@RecordApplicationEvents
class ErasureTest {

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    TenantCatalog catalog;

    @Autowired
    TenantRegistry registry;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Eraser eraser;

    @Autowired
    ErasureService erasures;

    @Autowired
    ApplicationEvents events;

    Probing operator;
    Probing acme;
    Probing globex;

    @BeforeEach
    void withTwoCompanies() {
        operator = Companies.operator(port);
        acme = Companies.open(port, "Acme", "company:read,company:close,company:export");
        globex = Companies.open(port, "Globex", "company:read,company:close,company:export");
        for (var company : new Probing[] {acme, globex}) {
            key(company.tenant());
            assertThat(close(company).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void erasesNothingBeforeItsTime() {
        eraser.eraseAllDue();

        assertThat(rows(acme.tenant()).get("access.api_key")).isEqualTo(1);
        assertThat(tenants.find(acme.tenant())).isPresent();
    }

    @Test
    void leavesNoRowOfTheTenantAndAllOfTheOthers() {
        var others = rows(globex.tenant());
        var own = rows(acme.tenant());
        due(acme.tenant());

        eraser.eraseAllDue();

        assertThat(rows(acme.tenant()).values()).containsOnly(0L);
        assertThat(own).containsEntry("access.api_key", 1L);
        assertThat(own.get("kernel.audit")).isPositive();
        assertThat(lasting(rows(globex.tenant()))).isEqualTo(lasting(others));
        assertThat(globex.get("/api/v1/company").body()).contains("Globex", "CLOSING");
    }

    @Test
    void keepsTheNumberAndTheProofButNotTheName() {
        due(acme.tenant());
        eraser.eraseAllDue();

        var shown = operator.get("/api/v1/operator/tenants/" + number()).body();
        var proof = operator.get("/api/v1/operator/tenants/" + number() + "/erasure")
                .body();

        assertThat(shown)
                .contains("\"state\":\"ERASED\"", "\"name\":\"#" + number() + "\"")
                .doesNotContain("Acme");
        assertThat(proof).contains("\"access.api_key\":1", "\"access.api_key\":0", "\"kernel.audit\":0");
        assertThat(operator.get("/api/v1/audit?action=tenant.erased").body()).contains("\"id\":\"" + number() + "\"");
        assertThat(tenants.find(acme.tenant())).isEmpty();
        assertThat(registry.all()).doesNotContain(acme.tenant()).contains(globex.tenant());
    }

    @Test
    void saysSoOnceEvenWhenRepeated() {
        due(acme.tenant());
        eraser.eraseAllDue();
        eraser.eraseAllDue();

        assertThat(events.stream(TenantErased.class)).containsOnlyOnce(new TenantErased(acme.tenant()));
    }

    @Test
    void isTakenUpAgainWhereItBrokeOff() {
        due(acme.tenant());
        visits.system(TenantId.HOUSE, () -> erasures.begin(acme.tenant()));
        var proof = visits.system(acme.tenant(), () -> erasures.erase(acme.tenant()));

        eraser.eraseAllDue();

        assertThat(erasures.proof(acme.tenant())).isEqualTo(proof);
        assertThat(proof.before()).containsEntry("access.api_key", 1L);
        assertThat(events.stream(TenantErased.class)).containsOnlyOnce(new TenantErased(acme.tenant()));
    }

    @Test
    void sparesACompanyThatWasKeptInTheLastMoment() {
        assertThat(acme.post("/api/v1/company/keep", "").statusCode()).isEqualTo(200);

        assertThat(visits.system(TenantId.HOUSE, () -> erasures.begin(acme.tenant())))
                .isFalse();
    }

    @Test
    void refusesChangesOfWhatIsGone() {
        due(acme.tenant());
        eraser.eraseAllDue();

        assertThat(operator.post("/api/v1/operator/tenants/" + number() + "/suspend", "{\"reason\":\"x\"}")
                        .body())
                .contains("tenant-erased");
        assertThat(operator.post("/api/v1/operator/tenants/" + number() + "/exports", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsNobodyEraseTheTrailOfALivingTenant() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> visits.system(
                        globex.tenant(),
                        () -> jdbc.sql("call tenancy.erase_trail()").update()))
                .havingRootCause()
                .withMessageContaining("being erased");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> visits.system(
                        TenantId.HOUSE,
                        () -> jdbc.sql("call tenancy.erase_trail()").update()));
    }

    @Test
    void provesNothingWhileRowsAreLeft() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ErasureProof(Instant.EPOCH, Map.of("a.b", 2L), Map.of("a.b", 1L)))
                .withMessageContaining("a.b");
    }

    private String number() {
        return String.valueOf(acme.tenant().value());
    }

    private Map<String, Long> rows(TenantId tenant) {
        return visits.system(tenant, catalog::count);
    }

    private static HttpResponse<String> close(Probing company) {
        var name = company.get("/api/v1/company").body().replaceAll("(?s).*\"name\":\"([^\"]+)\".*", "$1");
        return company.post("/api/v1/company/close", "{\"name\": \"%s\"}".formatted(name));
    }

    private void due(TenantId tenant) {
        jdbc.sql("update tenancy.tenant set closes_at = now() - interval '1 second' where id = :id")
                .param("id", tenant.value())
                .update();
    }

    private void key(TenantId tenant) {
        visits.system(
                tenant,
                () -> jdbc.sql("""
                insert into access.api_key (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at,
                    expires_at)
                values (:tenant, :id, 'key', 'tk', '\\x00', '{audit:read}', :id, now(), now())
                """)
                        .param("tenant", tenant.value())
                        .param("id", UUID.randomUUID())
                        .update());
    }

    /** Events come and go by themselves as their listeners finish. */
    private static Map<String, Long> lasting(Map<String, Long> rows) {
        var lasting = new TreeMap<>(rows);
        lasting.remove("kernel.event_publication");
        return lasting;
    }
}
