package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthPageTest extends WizardKit {

    @Test
    void showsHowAConnectionFares() {
        var id = begin();
        check(id, "CUSTOMER_CALLS");
        store(app.withSecret("another"));
        check(id, "CREDENTIALS");

        await().untilAsserted(() -> assertThat(health(id)).contains("\"api\":\"gettoken\",\"code\":40001"));
        assertThat(health(id))
                .contains("token-failing", "企业微信拒绝发放令牌", "\"callbacks-none\"", "\"window\":\"HOUR\"")
                .doesNotContain(SECRET);
        assertThat(json(health(id)).path("hours")).hasSize(24);
        assertThat(Probing.on(port, RIGHTS)
                        .get("/api/v1/wecom/companies/" + id + "/health")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheOperatorWhereTroubleIs() {
        var id = begin();
        paste(id);
        for (var step : new String[] {"CREDENTIALS", "CUSTOMER_CALLS", "CALLBACK"}) {
            check(id, step);
        }
        connect(id);
        look();
        assertThat(operator("?limit=200").body()).contains(id, "\"token\":\"OK\"", "\"suite\":null");
        assertThat(operator("?filter=TROUBLE&limit=200").body()).doesNotContain(id);

        store(app.withSecret("another"));
        check(id, "CREDENTIALS");
        look();
        assertThat(operator("?filter=TROUBLE&limit=200").body()).contains(id, "\"token\":\"FAILING\"");
        assertThat(admin.get("/api/v1/wecom/companies/" + id).body()).contains("\"trouble\":true");
        assertThat(admin.get("/api/v1/operator/wecom").statusCode()).isEqualTo(403);
    }

    private String health(String id) {
        return admin.get("/api/v1/wecom/companies/" + id + "/health").body();
    }

    private HttpResponse<String> operator(String query) {
        return new Probing(port, TenantId.HOUSE, UUID.randomUUID(), "wecom-health:read")
                .get("/api/v1/operator/wecom" + query);
    }

    /** As the job does every minute. */
    private void look() {
        visits.system(admin.tenant(), () -> {
            overview.look();
            return true;
        });
    }
}
