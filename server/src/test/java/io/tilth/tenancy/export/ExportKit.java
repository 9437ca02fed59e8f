package io.tilth.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Companies;
import io.tilth.tenancy.export.Export.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two companies and their exports, for the tests about them. */
@ServerTest
@Import(KernelProbe.class)
abstract class ExportKit {

    static final String SECRET = "5ec2e75ec2e75ec2e75ec2e7";

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

    long count() {
        return jdbc.sql("select count(*) from access.api_key").query(Long.class).single();
    }

    String ask(Probing who) {
        var answer = who.post("/api/v1/exports", "");
        assertThat(answer.statusCode()).isEqualTo(202);
        return json.readTree(answer.body()).get("id").asString();
    }

    JsonNode await(Probing who, String id, String state) {
        return Awaitility.await()
                .pollInSameThread()
                .until(
                        () -> json.readTree(who.get("/api/v1/exports").body())
                                .valueStream()
                                .filter(export -> export.get("id").asString().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        export -> {
                            var now = export.get("state").asString();
                            assertThat(now).isIn("WAITING", "RUNNING", state);
                            return now.equals(state);
                        });
    }

    byte[] fetch(Probing who, String id) throws Exception {
        await(who, id, "READY");
        var answer = bytes(who, "/api/v1/exports/" + id + "/file");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".zip");
        return answer.body();
    }

    static HttpResponse<byte[]> bytes(Probing who, String path) throws Exception {
        var answer = HttpClient.newHttpClient().send(who.request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    static Map<String, String> unzip(byte[] file) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes()));
            }
        }
        return files;
    }

    static List<String> lines(Map<String, String> files, String table) {
        return files.get(table + ".jsonl").lines().sorted().toList();
    }

    List<String> rows(TenantId tenant) {
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

    void keys(TenantId tenant, String name, int count) {
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
    ExportId left(Probing who, String state) {
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

    <T> T in(Probing who, Supplier<T> work) {
        return visits.system(who.tenant(), work);
    }
}
