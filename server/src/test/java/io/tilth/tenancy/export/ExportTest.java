package io.tilth.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.tenancy.Companies;
import org.junit.jupiter.api.Test;

class ExportTest extends ExportKit {

    @Test
    void packsWhatIsInTheTablesAndNothingOfAnotherTenant() throws Exception {
        var files = unzip(fetch(acme, ask(acme)));

        assertThat(lines(files, "access.api_key")).isEqualTo(rows(acme.tenant()));
        assertThat(String.join("", files.values())).doesNotContain("Globex key");
        assertThat(files.get("README.txt")).contains("manifest.json", "全部数据");
        assertThat(json.readTree(files.get("manifest.json"))
                        .get("rows")
                        .get("access.api_key")
                        .asInt())
                .isEqualTo(3);
        assertThat(json.readTree(files.get("manifest.json"))
                        .get("tenant")
                        .get("name")
                        .asString())
                .isEqualTo("Acme");
    }

    @Test
    void takesNoSecretsAlong() throws Exception {
        var all = String.join("\n", unzip(fetch(acme, ask(acme))).values());

        assertThat(all).contains("Acme key").doesNotContain(SECRET, "secret_hash");
    }

    @Test
    void tellsHowFarItIsAndWhoAsked() {
        var export = await(acme, ask(acme), "READY");

        assertThat(export.get("tablesDone").asInt())
                .isEqualTo(export.get("tablesTotal").asInt())
                .isPositive();
        assertThat(export.get("rows").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(export.get("requestedBy").asString()).isEqualTo("Probe");
        assertThat(export.get("expiresAt").isNull()).isFalse();
        assertThat(acme.get("/api/v1/audit?action=export").body()).contains("export.requested");
    }

    @Test
    void hidesExportsFromOtherTenants() {
        var id = ask(acme);
        await(acme, id, "READY");

        assertThat(globex.get("/api/v1/exports").body()).doesNotContain(id);
        assertThat(globex.get("/api/v1/exports/" + id + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void isFetchedByTheOperatorInSightOfTheCompany() throws Exception {
        var operator = Companies.operator(port);
        var path = "/api/v1/operator/tenants/" + acme.tenant().value() + "/exports";
        var asked = operator.post(path, "");
        assertThat(asked.statusCode()).isEqualTo(202);
        var id = json.readTree(asked.body()).get("id").asString();
        await(acme, id, "READY");

        assertThat(operator.get(path).body()).contains(id);
        assertThat(lines(unzip(bytes(operator, path + "/" + id + "/file").body()), "access.api_key"))
                .hasSize(3);
        assertThat(acme.get("/api/v1/audit").body()).contains("tenant.visited", "export.fetched");
        assertThat(operator.get("/api/v1/audit?actor=" + operator.account()).body())
                .contains("tenant.visited");
        assertThat(operator.post("/api/v1/operator/tenants/0/exports", "").statusCode())
                .isEqualTo(404);
        assertThat(operator.post("/api/v1/operator/tenants/999999999/exports", "")
                        .statusCode())
                .isEqualTo(404);
    }
}
