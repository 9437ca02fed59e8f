package io.tilth.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccessTest;
import io.tilth.access.Staff;
import io.tilth.kernel.Probing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class ApiKeysTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    Probing admin;

    @BeforeEach
    void inACompanyOfItsOwn() {
        admin = Probing.on(port, "api-key:read,api-key:write,audit:read");
        staff.open(admin.tenant());
    }

    @Test
    void opensTheOpenInterface() {
        var key = create("audit:read");

        assertThat(open("/open/v1/me", key).body())
                .contains(
                        "{\"id\":%d,\"name\":\"Acme\"}".formatted(admin.tenant().value()))
                .contains("\"name\":\"ERP\"", "\"rights\":[\"audit:read\"]", "\"expiresAt\":\"");
        assertThat(open("/open/v1/audit", key).body()).contains("api-key.created");
    }

    @Test
    void isShownOnceAndKeptNowhere() {
        var key = create("audit:read");
        var listed = admin.get("/api/v1/api-keys").body();

        assertThat(listed)
                .contains(key.substring(0, key.lastIndexOf('_')).substring(0, 12))
                .doesNotContain(key);
        assertThat(staff.single(
                        admin.tenant(),
                        "select row_to_json(k)::text from access.api_key k where tenant_id = :tenant",
                        String.class))
                .doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }

    @Test
    void holdsOnlyRightsOfItsMaker() {
        assertThat(wanted("account:read", "2").body()).contains("/problems/api-key-beyond-own");
    }

    @Test
    void isNotForThoseWhoSeeLessThanAll() {
        for (var less : new String[] {"SELF", "MASKED"}) {
            admin = new Probing(port, admin.tenant(), admin.account(), "api-key:write,audit:read," + less);

            assertThat(wanted("audit:read", "2").body()).contains("/problems/api-key-beyond-own");
        }
    }

    @Test
    void mayOnlyWhatItsRightsSay() {
        var key = create("api-key:read");

        assertThat(open("/open/v1/audit", key).statusCode()).isEqualTo(403);
        assertThat(open("/open/v1/me", key).statusCode()).isEqualTo(200);
    }

    @Test
    void opensNoDoorOfPeople() {
        var key = create("api-key:read");

        assertThat(open("/api/v1/api-keys", key).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNothingOnceRevoked() {
        var key = create("audit:read");
        var id = admin.get("/api/v1/api-keys").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        assertThat(admin.delete("/api/v1/api-keys/" + id).statusCode()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/api-keys/" + id).statusCode()).isEqualTo(204);
        assertThat(refusal(key)).contains("/problems/api-key-not-valid");
        assertThat(admin.get("/api/v1/audit?action=api-key.revoked").body()).containsOnlyOnce("api-key.revoked");
    }

    @Test
    void opensNothingOnceExpired() {
        var key = create("audit:read");
        staff.update(admin.tenant(), """
                update access.api_key set expires_at = now() - interval '1 second' where tenant_id = :tenant
                """);

        assertThat(refusal(key)).contains("/problems/api-key-not-valid");
    }

    @Test
    void answersAlikeWhateverIsWrong() {
        var key = create("audit:read");
        var otherTenant = key.replaceFirst("tk_[^_]+", "tk_0");
        var otherId = key.replaceFirst("_[0-9a-f]{32}_", "_" + "0".repeat(32) + "_");
        var otherSecret = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");

        for (var wrong : new String[] {otherTenant, otherId, otherSecret, "tk_1", ""}) {
            assertThat(refusal(wrong)).contains("/problems/api-key-not-valid");
        }
    }

    @Test
    void staysOutsideWhileTheTenantIsSuspended() {
        var key = create("audit:read");
        staff.suspend(admin.tenant());

        var answer = open("/open/v1/me", key);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/tenant-suspended", "unpaid");
    }

    @Test
    void notesItsUseOnceAMinute() {
        var key = create("audit:read");
        open("/open/v1/me", key);
        var first = lastUsed();
        open("/open/v1/me", key);

        assertThat(first).isNotNull();
        assertThat(lastUsed()).isEqualTo(first);
    }

    @Test
    void holdsAYearAtMost() {
        assertThat(wanted("audit:read", "400").body()).contains("/problems/api-key-too-long");
    }

    @Test
    void hidesKeysFromOtherTenants() {
        create("audit:read");
        var globex = Probing.on(port, "api-key:read,api-key:write");

        assertThat(globex.get("/api/v1/api-keys").body()).isEqualTo("[]");
        assertThat(globex.delete("/api/v1/api-keys/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private String create(String right) {
        var answer = wanted(right, "30");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> wanted(String right, String days) {
        var end = Instant.now().plus(Duration.ofDays(Long.parseLong(days)));
        return admin.post("/api/v1/api-keys", """
                {"name": "ERP", "rights": ["%s"], "expiresAt": "%s"}""".formatted(right, end));
    }

    private String refusal(String key) {
        var answer = open("/open/v1/me", key);
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.body();
    }

    private Instant lastUsed() {
        return staff.single(
                admin.tenant(), "select last_used_at from access.api_key where tenant_id = :tenant", Instant.class);
    }

    /** With the key alone: nobody is signed in. */
    private HttpResponse<String> open(String path, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
