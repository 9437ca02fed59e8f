package io.tilth.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.ServerTest;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.TenantCatalog;
import io.tilth.kernel.TenantCatalog.Table;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class TenantCatalogTest {

    private static final AtomicLong TENANTS = new AtomicLong(7_000_000);

    @Autowired
    TenantCatalog catalog;

    @Autowired
    TenantVisits visits;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    TenantId acme;
    TenantId globex;

    @BeforeEach
    void withRowsOfTwoTenants() {
        acme = new TenantId(TENANTS.incrementAndGet());
        globex = new TenantId(TENANTS.incrementAndGet());
        for (var tenant : new TenantId[] {acme, globex}) {
            in(tenant, () -> {
                key("Key of " + tenant.value());
                audit.note("probe.deed", Subject.of("probe", "行\n1"));
                exportWithAPiece();
                return tenant;
            });
        }
    }

    @Test
    void namesEachTableAfterThoseItRefersTo() {
        var names = in(acme, () -> catalog.count()).keySet().stream().toList();

        assertThat(names)
                .contains("kernel.audit", "access.account", "access.api_key", "kernel.idempotent_answer")
                .doesNotContain("tenancy.tenant", "access.person", "kernel.session");
        assertThat(names.indexOf("tenancy.export")).isLessThan(names.indexOf("tenancy.export_chunk"));
    }

    @Test
    void exportsNeitherSecretsNorWhatIsNotTheTenantsBusiness() {
        var exported = in(acme, () -> catalog.exported());

        assertThat(exported)
                .extracting(Table::fullName)
                .contains("access.api_key", "kernel.audit")
                .doesNotContain("tenancy.export_chunk", "kernel.idempotent_answer", "kernel.event_publication");
        assertThat(key().columns()).contains("name", "prefix").doesNotContain("secret_hash");
    }

    @Test
    void writesTheTenantsRowsAndNobodyElses() {
        var out = new ByteArrayOutputStream();

        assertThat(in(acme, () -> catalog.write(key(), out))).isEqualTo(1);

        var line = json.readTree(out.toString(StandardCharsets.UTF_8).strip());
        assertThat(line.get("name").asString()).isEqualTo("Key of " + acme.value());
        assertThat(line.get("rights").get(0).asString()).isEqualTo("audit:read");
        assertThat(line.has("secret_hash")).isFalse();
    }

    @Test
    void writesARowALineWhateverItHolds() {
        var out = new ByteArrayOutputStream();
        var trail = new Table("kernel", "audit", List.of("subject_id"));

        in(acme, () -> catalog.write(trail, out));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"subject_id\":\"行\\n1\"}\n");
    }

    @Test
    void quotesWhateverNameItIsGiven() {
        var evil = new Table("kernel", "audit\" where true; drop table x --", List.of("id"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> in(acme, () -> catalog.write(evil, new ByteArrayOutputStream())))
                .havingRootCause()
                .withMessageContaining("does not exist");
    }

    @Test
    void erasesTheTenantsRowsAndNobodyElses() {
        var others = in(globex, () -> catalog.count());

        var left = in(acme, () -> {
            catalog.erase();
            return catalog.count();
        });

        assertThat(left).containsEntry("access.api_key", 0L).containsEntry("tenancy.export_chunk", 0L);
        assertThat(left).as("the trail is not the serving role's to delete").containsEntry("kernel.audit", 1L);
        assertThat(in(globex, () -> catalog.count())).isEqualTo(others);
        assertThat(others).containsAllEntriesOf(Map.of("access.api_key", 1L, "tenancy.export_chunk", 1L));
    }

    private Table key() {
        return in(acme, () -> catalog.exported()).stream()
                .filter(table -> table.fullName().equals("access.api_key"))
                .findFirst()
                .orElseThrow();
    }

    private void key(String name) {
        jdbc.sql("""
                insert into access.api_key (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at,
                    expires_at)
                values (current_setting('tilth.tenant_id')::bigint, :id, :name, 'tk', '\\xc0ffee', '{audit:read}',
                    :id, now(), now())
                """).param("id", UUID.randomUUID()).param("name", name).update();
    }

    private void exportWithAPiece() {
        jdbc.sql("""
                with asked as (
                    insert into tenancy.export (tenant_id, id, state, requested_by_name, requested_at)
                    values (current_setting('tilth.tenant_id')::bigint, :id, 'READY', 'Lin', now())
                    returning tenant_id, id)
                insert into tenancy.export_chunk (tenant_id, export_id, number, bytes)
                select tenant_id, id, 0, '\\x00' from asked
                """).param("id", UUID.randomUUID()).update();
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return visits.system(tenant, work);
    }
}
