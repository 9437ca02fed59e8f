package io.tilth.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tilth.tenancy.export.ExportQueue.Order;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the work on an export goes, also when a node dies in the middle. */
class ExportWorkTest extends ExportKit {

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
}
