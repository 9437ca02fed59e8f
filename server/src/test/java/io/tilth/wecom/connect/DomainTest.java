package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import org.junit.jupiter.api.Test;

class DomainTest extends WizardKit {

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
}
