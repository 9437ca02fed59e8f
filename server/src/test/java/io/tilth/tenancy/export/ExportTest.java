package io.tilth.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Companies;
import io.tilth.tenancy.export.Export.State;
import io.tilth.tenancy.export.ExportQueue.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import(KernelProbe.class)
class ExportTest {

    private static final String SECRET = "5ec2e75ec2e75ec2e75ec2e7";

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Packer packer;

    @Autowired
    PackingService packing;

    Probing acme;
    Probing globex;

    @BeforeEach
    void withTwoCompanies() {
        acme = Companies.open(port, "Acme", "company:export,audit:read");
        globex = Companies.open(port, "Globex", "company:export");
        keys(acme.tenant(), "Acme key", 3);
        keys(globex.tenant(), "Globex key", 1);
    }

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
    void packsOneAtATime() {
        var waiting = left(acme, "WAITING");

        var second = acme.post("/api/v1/exports", "");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("export-under-way");
        assertThat(acme.get("/api/v1/exports/" + waiting.value() + "/file").body())
                .contains("export-not-ready");
    }

    @Test
    void hidesExportsFromOtherTenants() {
        var id = ask(acme);
        await(acme, id, "READY");

        assertThat(globex.get("/api/v1/exports").body()).doesNotContain(id);
        assertThat(globex.get("/api/v1/exports/" + id + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void startsOverWhenANodeDiedInTheMiddle() throws Exception {
        var id = left(acme, "RUNNING");
        in(
                acme,
                () -> jdbc.sql("""
                insert into tenancy.export_chunk (tenant_id, export_id, number, bytes)
                values (:tenant, :id, 0, '\\xdead'), (:tenant, :id, 9, '\\xdead')
                """)
                        .param("tenant", acme.tenant().value())
                        .param("id", id.value())
                        .update());

        in(acme, () -> {
            packing.tend();
            return id;
        });

        assertThat(lines(unzip(fetch(acme, id.value().toString())), "access.api_key"))
                .hasSize(3);
    }

    @Test
    void doesNothingTwice() {
        var id = new ExportId(UUID.fromString(ask(acme)));
        var before = await(acme, id.value().toString(), "READY");

        packer.pack(new Order(acme.tenant(), id));

        assertThat(await(acme, id.value().toString(), "READY")).isEqualTo(before);
    }

    @Test
    void saysSoWhenItGaveUp() {
        var id = left(acme, "RUNNING");

        packer.giveUp(new Order(acme.tenant(), id));

        assertThat(await(acme, id.value().toString(), "FAILED").get("expiresAt").isNull())
                .isFalse();
    }

    @Test
    void isGoneAfterThreeDays() {
        var id = ask(acme);
        await(acme, id, "READY");
        in(
                acme,
                () -> jdbc.sql("update tenancy.export set expires_at = expires_at - interval '73 hours'")
                        .update());

        in(acme, () -> {
            packing.tend();
            return id;
        });

        assertThat(acme.get("/api/v1/exports").body()).isEqualTo("[]");
        assertThat(in(
                        acme,
                        () -> jdbc.sql("select count(*) from tenancy.export_chunk")
                                .query(Long.class)
                                .single()))
                .isZero();
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

    @Test
    void handsOverFilesOfManyPieces() throws Exception {
        in(
                acme,
                () -> jdbc.sql("""
                insert into access.api_key (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at,
                    expires_at)
                select :tenant, gen_random_uuid(), 'many', 'tk', '\\x00', array[gen_random_uuid()::text], :id, now(), now()
                from generate_series(1, 60000)
                """)
                        .param("tenant", acme.tenant().value())
                        .param("id", UUID.randomUUID())
                        .update());
        var id = ask(acme);

        var file = fetch(acme, id);

        assertThat(file.length).isGreaterThan(2 * Pieces.SIZE);
        assertThat(lines(unzip(file), "access.api_key")).hasSize(60_003);
    }

    @Test
    void readsOneMomentHoweverLongItTakes() {
        var counts = visits.snapshot(acme.tenant(), () -> {
            var first = count();
            keys(acme.tenant(), "late", 1);
            return List.of(first, count());
        });

        assertThat(counts).containsExactly(3L, 3L);
        assertThatIllegalStateException().isThrownBy(() -> packing.tend());
    }

    private long count() {
        return jdbc.sql("select count(*) from access.api_key").query(Long.class).single();
    }

    private String ask(Probing who) {
        var answer = who.post("/api/v1/exports", "");
        assertThat(answer.statusCode()).isEqualTo(202);
        return json.readTree(answer.body()).get("id").asString();
    }

    private JsonNode await(Probing who, String id, String state) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> json.readTree(who.get("/api/v1/exports").body())
                                .valueStream()
                                .filter(export -> export.get("id").asString().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        export -> export.get("state").asString().equals(state));
    }

    private byte[] fetch(Probing who, String id) throws Exception {
        await(who, id, "READY");
        var answer = bytes(who, "/api/v1/exports/" + id + "/file");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".zip");
        return answer.body();
    }

    private static HttpResponse<byte[]> bytes(Probing who, String path) throws Exception {
        var answer = HttpClient.newHttpClient().send(who.request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static Map<String, String> unzip(byte[] file) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes()));
            }
        }
        return files;
    }

    private static List<String> lines(Map<String, String> files, String table) {
        return files.get(table + ".jsonl").lines().sorted().toList();
    }

    private List<String> rows(TenantId tenant) {
        return visits.system(
                tenant,
                () -> jdbc.sql("""
                select row_to_json(line)
                from (
                    select tenant_id, id, name, prefix, rights, created_by, created_at, expires_at, last_used_at,
                        revoked_at
                    from access.api_key
                    where tenant_id = :tenant) line
                """).param("tenant", tenant.value()).query(String.class).list().stream()
                        .sorted()
                        .toList());
    }

    private void keys(TenantId tenant, String name, int count) {
        visits.system(
                tenant,
                () -> jdbc.sql("""
                insert into access.api_key (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at,
                    expires_at)
                select :tenant, gen_random_uuid(), :name, 'tk', :secret, '{audit:read}', gen_random_uuid(), now(), now()
                from generate_series(1, :count)
                """)
                        .param("tenant", tenant.value())
                        .param("name", name)
                        .param("secret", HexFormat.of().parseHex(SECRET))
                        .param("count", count)
                        .update());
    }

    /** An export as a node left it; nothing is queued for it. */
    private ExportId left(Probing who, String state) {
        var id = ExportId.next();
        in(
                who,
                () -> jdbc.sql("""
                insert into tenancy.export (tenant_id, id, state, requested_by_name, requested_at)
                values (:tenant, :id, :state, 'Lin', now())
                """)
                        .param("tenant", who.tenant().value())
                        .param("id", id.value())
                        .param("state", State.valueOf(state).name())
                        .update());
        return id;
    }

    private <T> T in(Probing who, Supplier<T> work) {
        return visits.system(who.tenant(), work);
    }
}
