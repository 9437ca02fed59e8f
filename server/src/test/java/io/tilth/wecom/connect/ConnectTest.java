package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyClosed;
import io.tilth.wecom.CompanyConnected;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wizard, before the sandbox. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class ConnectTest {

    private static final Sandbox WECOM = Sandbox.start(Settings.forTest());
    private static final String SECRET = "wizard-test-app-secret-0123456789abcdef0123";
    private static final String RIGHTS = "wecom:read,wecom:write,audit:read";
    private static final int AGENT = 1_000_007;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    ApplicationEvents events;

    @MockitoSpyBean
    CallbackAddresses addresses;

    Probing admin;
    String corp;
    App app;

    @DynamicPropertySource
    static void askTheSandbox(DynamicPropertyRegistry registry) {
        registry.add("tilth.wecom.api-url", WECOM::url);
        registry.add("tilth.wecom.addresses", () -> "127.0.0.1");
    }

    @BeforeEach
    void withACompanyInWecom() {
        admin = Probing.on(port, RIGHTS);
        staff.open(admin.tenant());
        corp = "ww" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        app = App.selfBuilt(corp, AGENT, "Tilth", SECRET);
        WECOM.world().change(change -> {
            change.put(Corp.of(corp, "禾木里"));
            change.put(new Department(corp, Department.ROOT, "禾木里", 0, 1));
            change.put(Member.of(corp, "LinXiao", "林晓", "顾问", 1));
            change.put(app);
            return corp;
        });
    }

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
        verified();
        assertThat(check(id, "CALLBACK").path("state").asString()).isEqualTo("OK");

        assertThat(connect(id).body()).contains("\"state\":\"CONNECTED\"", "\"connectedAt\":\"20");
        assertThat(events.stream(CompanyConnected.class)).hasSize(1);
        assertThat(connect(id).statusCode()).isEqualTo(200);
        assertThat(events.stream(CompanyConnected.class)).hasSize(1);
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
        store(app.with(new App.Scope(java.util.List.of(), java.util.List.of())));
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
        verified();
        for (var step : new String[] {"CREDENTIALS", "CUSTOMER_CALLS", "CALLBACK"}) {
            check(id, step);
        }
        connect(id);

        assertThat(post(id, "/close").body()).contains("\"state\":\"CLOSED\"");
        assertThat(events.stream(CompanyClosed.class)).hasSize(1);
        assertThat(connect(id).body()).contains("/problems/wecom-steps-missing");
        check(id, "CREDENTIALS");
        verified();
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
    void servesTheFileAtItsDomainAlone() {
        var id = json(create(corp, "\"localhost\"").body()).path("id").asString();
        var name = "WW_verify_" + corp + ".txt";
        assertThat(admin.put("/api/v1/wecom/companies/" + id + "/domain-file", """
                {"name": "%s", "content": "abc123"}""".formatted(name))
                        .statusCode())
                .isEqualTo(204);

        assertThat(plain("http://localhost:" + port + "/" + name).body()).isEqualTo("abc123");
        assertThat(plain("http://127.0.0.1:" + port + "/" + name).statusCode()).isEqualTo(404);
        assertThat(admin.delete("/api/v1/wecom/companies/" + id + "/domain-file")
                        .statusCode())
                .isEqualTo(204);
        assertThat(plain("http://localhost:" + port + "/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesADomainToWhoeverHasIt() {
        var domain = "\"crm-" + corp + ".example.com\"";
        assertThat(create(corp, domain).statusCode()).isEqualTo(201);
        var globex = Probing.on(port, RIGHTS);
        staff.open(globex.tenant());
        admin = globex;

        assertThat(create(corp + "g", domain).body()).contains("/problems/wecom-domain-taken");
        assertThat(json(admin.get("/api/v1/wecom/companies").body())).isEmpty();
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

    private String begin() {
        var answer = create(corp, "null");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).path("id").asString();
    }

    private HttpResponse<String> create(String corpId, String domain) {
        return admin.post("/api/v1/wecom/companies", """
                {"kind": "SELF_BUILT", "name": "Acme", "corpId": "%s", "agentId": %d, "secret": "%s", "domain": %s}""".formatted(corpId, AGENT, SECRET, domain));
    }

    private void verified() {
        when(addresses.verifiedAt(any())).thenReturn(Optional.of(Instant.EPOCH));
    }

    private void store(App changed) {
        WECOM.world().change(change -> {
            change.put(changed);
            return changed;
        });
    }

    private HttpResponse<String> connect(String id) {
        return post(id, "/connect");
    }

    private HttpResponse<String> declare(String id, String step) {
        return post(id, "/steps/" + step + "/declare");
    }

    private JsonNode check(String id, String step) {
        var answer = post(id, "/steps/" + step + "/check");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private String problem(String id, String step) {
        return check(id, step).at("/problem/code").asString("");
    }

    private String steps(String id) {
        return admin.get("/api/v1/wecom/companies/" + id + "/steps").body();
    }

    private HttpResponse<String> post(String id, String path) {
        return admin.post("/api/v1/wecom/companies/" + id + path, "");
    }

    private static HttpResponse<String> plain(String url) {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(url))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
