package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.wecom.CompanyClosed;
import io.tilth.wecom.CompanyConnected;
import io.tilth.wecom.health.Overlook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wizard, before the sandbox. */
@ServerTest
@Import({KernelProbe.class, Staff.class, WizardKit.Heard.class, Overlook.class})
abstract class WizardKit {

    static final Sandbox WECOM = Sandbox.start(Settings.forTest());
    static final String SECRET = "wizard-test-app-secret-0123456789abcdef0123";
    static final String RIGHTS = "wecom:read,wecom:write,audit:read";
    static final int AGENT = 1_000_007;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Heard heard;

    @Autowired
    TenantVisits visits;

    @Autowired
    Overlook overview;

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

    String begin() {
        var answer = create(corp, "null");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).path("id").asString();
    }

    HttpResponse<String> create(String corpId, String domain) {
        return admin.post("/api/v1/wecom/companies", """
                {"kind": "SELF_BUILT", "name": "Acme", "corpId": "%s", "agentId": %d, "secret": "%s", "domain": %s}""".formatted(corpId, AGENT, SECRET, domain));
    }

    /** Somebody pastes the address into WeCom, which verifies it at once. */
    void paste(String id) {
        var issued = json(post(id, "/callback-credentials").body());
        var url = issued.path("url").asString().replaceFirst("https?://[^/]+", "http://localhost:" + port);
        var problem = WECOM.callbacks()
                .configure(
                        corp,
                        AGENT,
                        new App.CallbackAddress(
                                url,
                                issued.path("token").asString(),
                                issued.path("aesKey").asString(),
                                Set.of()));
        assertThat(problem).isEmpty();
    }

    void store(App changed) {
        WECOM.world().change(change -> {
            change.put(changed);
            return changed;
        });
    }

    HttpResponse<String> connect(String id) {
        return post(id, "/connect");
    }

    HttpResponse<String> declare(String id, String step) {
        return post(id, "/steps/" + step + "/declare");
    }

    JsonNode check(String id, String step) {
        var answer = post(id, "/steps/" + step + "/check");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    String problem(String id, String step) {
        return check(id, step).at("/problem/code").asString("");
    }

    String steps(String id) {
        return admin.get("/api/v1/wecom/companies/" + id + "/steps").body();
    }

    HttpResponse<String> post(String id, String path) {
        return admin.post("/api/v1/wecom/companies/" + id + path, "");
    }

    static HttpResponse<String> plain(String url) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** Keeps what was said, on whichever thread. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {

        private final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(CompanyConnected event) {
            events.add(event);
        }

        @EventListener
        void on(CompanyClosed event) {
            events.add(event);
        }

        long times(Object event) {
            return events.stream().filter(event::equals).count();
        }
    }
}
