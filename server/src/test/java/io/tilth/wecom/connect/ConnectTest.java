package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import io.tilth.sandbox.corp.App;
import io.tilth.wecom.CompanyClosed;
import io.tilth.wecom.CompanyConnected;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConnectTest extends WizardKit {

    @Test
    void connectsACompanyStepByStep() {
        var id = begin();
        assertThat(steps(id))
                .contains("\"key\":\"CREDENTIALS\",\"state\":\"TODO\"")
                .contains("应用管理");
        assertThat(connect(id).body()).contains("/problems/wecom-steps-missing", "CUSTOMER_CALLS", "CALLBACK");

        for (var step : new String[] {"CREDENTIALS", "TRUSTED_ADDRESS", "SCOPE", "CUSTOMER_CALLS"}) {
            assertThat(check(id, step).path("state").asString()).as(step).isEqualTo("OK");
        }
        assertThat(problem(id, "CALLBACK")).isEqualTo("callback-not-verified");
        paste(id);
        assertThat(check(id, "CALLBACK").path("state").asString()).isEqualTo("OK");

        assertThat(connect(id).body()).contains("\"state\":\"CONNECTED\"", "\"connectedAt\":\"20");
        assertThat(heard.times(new CompanyConnected(CompanyId.of(id)))).isEqualTo(1);
        assertThat(connect(id).statusCode()).isEqualTo(200);
        assertThat(heard.times(new CompanyConnected(CompanyId.of(id)))).isEqualTo(1);
        assertThat(admin.get("/api/v1/audit").body())
                .contains("wecom-company.created", "wecom-company.connected")
                .doesNotContain(SECRET);
    }

    @Test
    void saysWhatIsWrongAndWhereToMendIt() {
        var id = begin();
        store(app.withSecret("another"));
        assertThat(problem(id, "CREDENTIALS")).isEqualTo("secret-wrong");
        store(app.withTrust("", Set.of("203.0.113.7")));
        assertThat(check(id, "CREDENTIALS").path("state").asString()).isEqualTo("OK");
        var refused = check(id, "TRUSTED_ADDRESS");
        assertThat(refused.at("/problem/code").asString()).isEqualTo("address-not-trusted");
        assertThat(refused.at("/problem/sentence").asString()).contains("127.0.0.1", "企业可信IP");
        store(app.without(App.Right.CUSTOMERS));
        assertThat(problem(id, "CUSTOMER_CALLS")).isEqualTo("calls-not-allowed");
        store(app.with(new App.Scope(List.of(), List.of())));
        assertThat(problem(id, "SCOPE")).isEqualTo("scope-empty");
        store(app.withTrust("crm.example.com", Set.of()));
        assertThat(problem(id, "OAUTH_DOMAIN")).isEqualTo("oauth-domain-differs");
        store(app.withTrust("localhost", Set.of()));
        assertThat(check(id, "OAUTH_DOMAIN").path("state").asString()).isEqualTo("OK");
        store(app.enabled(false));
        assertThat(problem(id, "SCOPE")).isEqualTo("app-closed");
    }

    @Test
    void speaksEnglishToo() {
        var id = begin();
        store(app.withSecret("another"));

        assertThat(admin.post("/api/v1/wecom/companies/" + id + "/steps/CREDENTIALS/check", "", "Accept-Language:en")
                        .body())
                .contains("WeCom does not accept this secret", "WeCom admin");
    }

    @Test
    void takesAPersonsWordWhereWecomCannotBeAsked() {
        var id = begin();

        assertThat(declare(id, "SIDEBAR").body()).contains("\"state\":\"DECLARED\"");
        assertThat(declare(id, "CREDENTIALS").body()).contains("/problems/wecom-step-not-declarable");
        assertThat(post(id, "/steps/SIDEBAR/check").body()).contains("/problems/wecom-step-not-checkable");
        assertThat(admin.get("/api/v1/audit").body()).contains("wecom-company.step-declared");
    }

    @Test
    void asksForProofAnewOnceTheSecretChanges() {
        var id = begin();
        check(id, "CREDENTIALS");

        var answer = admin.put("/api/v1/wecom/companies/" + id, """
                {"name": "Acme", "agentId": %d, "secret": "new", "domain": null, "version": 1}""".formatted(AGENT));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(steps(id)).contains("\"key\":\"CREDENTIALS\",\"state\":\"TODO\"");
        assertThat(problem(id, "CREDENTIALS")).isEqualTo("secret-wrong");
        assertThat(admin.put("/api/v1/wecom/companies/" + id, """
                {"name": "Acme", "agentId": 1, "secret": null, "domain": null, "version": 1}""").body()).contains("/problems/stale");
    }

    @Test
    void showsAndLogsNoSecret(CapturedOutput output) {
        var id = begin();
        check(id, "CREDENTIALS");
        store(app.withSecret("another"));
        check(id, "CREDENTIALS");

        for (var path : new String[] {"", "/" + id, "/" + id + "/steps", "/" + id + "/links"}) {
            assertThat(admin.get("/api/v1/wecom/companies" + path).body()).doesNotContain(SECRET);
        }
        assertThat(staff.single(
                        admin.tenant(),
                        "select row_to_json(c)::text from wecom.company c where tenant_id = :tenant",
                        String.class))
                .contains("\"secret_sealed\"")
                .doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void closesAndConnectsAgain() {
        var id = begin();
        paste(id);
        for (var step : new String[] {"CREDENTIALS", "CUSTOMER_CALLS", "CALLBACK"}) {
            check(id, step);
        }
        connect(id);

        assertThat(post(id, "/close").body()).contains("\"state\":\"CLOSED\"");
        assertThat(heard.times(new CompanyClosed(CompanyId.of(id)))).isEqualTo(1);
        assertThat(connect(id).body()).contains("/problems/wecom-steps-missing");
        check(id, "CREDENTIALS");
        paste(id);
        check(id, "CALLBACK");
        assertThat(connect(id).body()).contains("\"state\":\"CONNECTED\"");
    }

    @Test
    void knowsACompanyOnceButTakesSeveral() {
        begin();
        assertThat(create(corp, "null").body()).contains("/problems/wecom-company-known");
        assertThat(create(corp + "x", "null").statusCode()).isEqualTo(201);
        assertThat(json(admin.get("/api/v1/wecom/companies").body())).hasSize(2);
    }

    @Test
    void hidesCompaniesFromOtherTenants() {
        var id = begin();
        var globex = Probing.on(port, RIGHTS);

        assertThat(globex.get("/api/v1/wecom/companies").body()).isEqualTo("[]");
        for (var path : new String[] {"", "/steps", "/links"}) {
            assertThat(globex.get("/api/v1/wecom/companies/" + id + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(globex.post("/api/v1/wecom/companies/" + id + "/steps/CREDENTIALS/check", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void offersWhatCanWorkHere() {
        assertThat(admin.get("/api/v1/wecom/setting").body())
                .contains("\"where\":\"OWN_SERVER\"", "\"offers\":[\"SELF_BUILT\"]", "127.0.0.1");
        assertThat(admin.post("/api/v1/wecom/companies", """
                {"kind": "PROVIDER", "name": "A", "corpId": "ww1", "agentId": 1, "secret": "s", "domain": null}""").body()).contains("/problems/wecom-kind-not-offered");
    }
}
