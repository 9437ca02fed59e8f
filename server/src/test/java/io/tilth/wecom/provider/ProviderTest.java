package io.tilth.wecom.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TenantVisits;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.provider.Suite;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.SuiteCompanies;
import io.tilth.wecom.SuiteEvents;
import io.tilth.wecom.WecomDirectory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A provider's app, before the sandbox. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
class ProviderTest {

    private static final Sandbox WECOM = Sandbox.start(Settings.forTest());
    private static final String SUITE =
            "dk" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private static final Suite TEMPLATE = new Suite(
            SUITE,
            "suite-secret-0123456789",
            "Tilth",
            true,
            "wwprovider",
            "provider-secret-012345",
            "crm.example.com",
            "",
            Instant.EPOCH,
            Optional.empty());

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SuiteEvents events;

    @Autowired
    SuiteCompanies suiteCompanies;

    @Autowired
    Companies companies;

    @Autowired
    WecomDirectory directory;

    @Autowired
    Licensing licensing;

    @Autowired
    LicenceService licences;

    @Autowired
    TenantVisits visits;

    Probing admin;
    String corp;

    @DynamicPropertySource
    static void askTheSandbox(DynamicPropertyRegistry registry) {
        registry.add("tilth.wecom.api-url", WECOM::url);
        registry.add("tilth.wecom.where", () -> "HOSTED");
        registry.add("tilth.wecom.suite.id", TEMPLATE::id);
        registry.add("tilth.wecom.suite.secret", TEMPLATE::secret);
        registry.add("tilth.wecom.suite.provider-corp-id", TEMPLATE::provider);
        registry.add("tilth.wecom.suite.provider-secret", TEMPLATE::providerSecret);
    }

    @BeforeEach
    void withACompanyAndATicket() {
        admin = Probing.on(port, "wecom:read,wecom:write,audit:read");
        staff.open(admin.tenant());
        corp = "ww" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        WECOM.world().change(change -> {
            change.put(TEMPLATE);
            change.put(Corp.of(corp, "禾木里"));
            change.put(new Department(corp, Department.ROOT, "禾木里", 0, 1));
            change.put(Member.of(corp, "LinXiao", "林晓", "顾问", 1));
            return corp;
        });
        var ticket = WECOM.features().installations().pushTicket(SUITE);
        events.accept(" suite_ticket", Map.of("SuiteTicket", ticket)); // the blank is WeCom's own
    }

    @Test
    void bringsACompanyIntoTheTenantThatBegan() {
        install();

        var company = connected();
        assertThat(company.kind()).hasToString("PROVIDER");
        var seen = suiteCompanies.find(company.corpId()).orElseThrow();
        assertThat(seen.tenant()).isEqualTo(admin.tenant());
        assertThat(in(() -> directory.withCustomers(company.id()))).hasSize(1);
        assertThat(admin.get("/api/v1/audit").body())
                .contains("wecom-company.install-begun", "wecom-company.connected");
        assertThat(admin.get("/api/v1/wecom/setting").body()).contains("\"offers\":[\"PROVIDER\"]");
    }

    @Test
    void takesAnotherPermanentCode() {
        install();
        var company = connected();
        var corpId = company.corpId();

        var code = WECOM.features().installations().resetPermanentCode(SUITE, corp);
        events.accept("reset_permanent_code", Map.of("AuthCorpId", corpId, "AuthCode", code));

        await().ignoreExceptions().untilAsserted(() -> {
            assertThat(in(() -> directory.departments(company.id()))).isNotEmpty();
            assertThat(admin.get("/api/v1/audit").body()).contains("wecom-company.changed");
        });
    }

    @Test
    void letsACompanyGo() {
        install();
        var company = connected();

        events.accept("cancel_auth", Map.of("AuthCorpId", company.corpId()));

        await().untilAsserted(() ->
                assertThat(admin.get("/api/v1/wecom/companies").body()).contains("\"state\":\"CLOSED\""));
    }

    @Test
    void bringsNobodyInWithoutATenantThatBegan() {
        var code = WECOM.features().installations().install(SUITE, corp, "LinXiao", "made-up");

        events.accept("create_auth", Map.of("AuthCode", code, "State", "made-up"));

        await().until(() -> waiting() == 0);
        assertThat(admin.get("/api/v1/wecom/companies").body()).isEqualTo("[]");
    }

    @Test
    void readsWhoHasALicence() {
        install();
        var company = connected();

        visits.apart(admin.tenant(), () -> {
            licensing.read(company);
            return company;
        });

        var read = in(() -> licences.licences(company.id())).orElseThrow();
        assertThat(read.trial()).isEqualTo(1);
        assertThat(read.active()).isZero();
        assertThat(read.nextEnd()).isPresent();
    }

    @Test
    void showsTheOperatorTheTicket() {
        var operator = new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "wecom-health:read");

        var json = JsonMapper.shared()
                .readTree(operator.get("/api/v1/operator/wecom").body());
        assertThat(json.at("/suite/late").asBoolean(true)).isFalse();
        assertThat(json.at("/suite/ticketAt").asString("")).startsWith("20");
    }

    private void install() {
        var answer = admin.post("/api/v1/wecom/installs", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var url = JsonMapper.shared().readTree(answer.body()).path("url").asString();
        assertThat(url).contains("/3rdapp/install?suite_id=" + SUITE, "pre_auth_code=", "redirect_uri=http");
        var state = url.replaceFirst(".*[?&]state=", "");
        var code = WECOM.features().installations().install(SUITE, corp, "LinXiao", state);
        events.accept("create_auth", Map.of("AuthCode", code, "State", state));
    }

    private Company connected() {
        await().until(() -> !in(() -> companies.connected()).isEmpty());
        return in(() -> companies.connected()).getFirst();
    }

    private long waiting() {
        return staff.single(
                admin.tenant(), "select count(*) from wecom.suite_order where :tenant = :tenant", Long.class);
    }

    private <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.of(admin.tenant()).call(work);
    }
}
