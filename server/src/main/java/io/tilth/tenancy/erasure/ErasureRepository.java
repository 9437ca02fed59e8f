package io.tilth.tenancy.erasure;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ErasureRepository {

    private final GlobalJdbc jdbc;
    private final JsonMapper json;

    ErasureRepository(GlobalJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Companies whose end has come, and those whose erasure was begun and not brought to its end. */
    List<TenantId> due(Instant now) {
        return jdbc.sql("""
                select id
                from tenancy.tenant
                where id > 0
                    and (state <> 'ERASED' and closes_at <= :now or state = 'ERASED' and erased_at is null)
                order by id
                """).param("now", now.atOffset(UTC)).query(Long.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    /** From here on nobody comes in. Does nothing for a company that was kept in the last moment. */
    boolean begin(TenantId id, Instant now) {
        return jdbc.sql("""
                        update tenancy.tenant
                        set state = 'ERASED', version = version + 1
                        where id = :id and (state = 'ERASED' or closes_at <= :now)
                        """)
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The procedure alone may do it, and only for the tenant in scope once it is marked erased. */
    void eraseTrail() {
        jdbc.sql("call tenancy.erase_trail()").update();
    }

    /** Leaves nothing in the register that tells who the company was. */
    void keep(TenantId id, ErasureProof proof) {
        jdbc.sql("""
                update tenancy.tenant
                set name = '#' || id, trade = 'OTHER', time_zone = 'UTC', owner_id = null, suspended_reason = null,
                    last_signed_in_at = null, erasure_proof = cast(:proof as jsonb)
                where id = :id
                """)
                .param("id", id.value())
                .param("proof", json.writeValueAsString(proof))
                .update();
    }

    Optional<ErasureProof> proof(TenantId id) {
        return jdbc.sql("""
                select erasure_proof
                from tenancy.tenant
                where id = :id and erasure_proof is not null
                """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ErasureProof.class));
    }

    /** False when another node was quicker. */
    boolean end(TenantId id, Instant now) {
        return jdbc.sql("""
                        update tenancy.tenant
                        set erased_at = :now
                        where id = :id and erased_at is null
                        """)
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
