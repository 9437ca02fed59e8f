package io.tilth.wecom.inbox;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class AddressRepository {

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    AddressRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    /** Whose address it is, without anything that proves it. */
    record Place(TenantId tenant, UUID id) {}

    record Sealed(UUID id, CompanyId company, String receiver, byte[] token, byte[] key) {}

    Optional<Place> place(byte[] keyHash) {
        return global.sql("""
                select tenant_id, id
                from wecom.callback_address
                where key_hash = :hash
                """)
                .param("hash", keyHash)
                .query((row, index) ->
                        new Place(new TenantId(row.getLong("tenant_id")), row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<Sealed> sealed(UUID id, Instant now) {
        return jdbc.sql("""
                select company_id, receiver, token_sealed, key_sealed
                from wecom.callback_credential
                where tenant_id = :tenant and id = :id and (ends_at is null or ends_at > :now)
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Sealed(
                        id,
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("receiver"),
                        row.getBytes("token_sealed"),
                        row.getBytes("key_sealed")))
                .optional();
    }

    void insert(byte[] keyHash, Sealed made, Instant now) {
        jdbc.sql("""
                insert into wecom.callback_credential
                    (tenant_id, id, company_id, receiver, token_sealed, key_sealed, made_at)
                values (:tenant, :id, :company, :receiver, :token, :key, :now)
                """)
                .param("id", made.id())
                .param("company", made.company().value())
                .param("receiver", made.receiver())
                .param("token", made.token())
                .param("key", made.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        global.sql("""
                insert into wecom.callback_address (key_hash, tenant_id, company_id, id)
                values (:hash, :owner, :company, :id)
                """)
                .param("hash", keyHash)
                .param("owner", TenantScope.current().value())
                .param("company", made.company().value())
                .param("id", made.id())
                .update();
    }

    /** Marks it; false when it had been verified before. */
    boolean verify(UUID id, Instant now) {
        return jdbc.sql("""
                update wecom.callback_credential
                set verified_at = :now
                where tenant_id = :tenant and id = :id and verified_at is null
                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The company's other addresses work until then. */
    void endOthers(CompanyId company, UUID id, Instant end) {
        jdbc.sql("""
                update wecom.callback_credential
                set ends_at = :end
                where tenant_id = :tenant and company_id = :company and id <> :id and ends_at is null
                """)
                .param("company", company.value())
                .param("id", id)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is over, or was never used and is now replaced. */
    void deleteOver(CompanyId company, Instant now) {
        var over = jdbc.sql("""
                delete from wecom.callback_credential
                where tenant_id = :tenant and company_id = :company and (verified_at is null or ends_at <= :now)
                returning id
                """)
                .param("company", company.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        over.forEach(this::deletePlace);
    }

    void deleteAll(CompanyId company) {
        var all = jdbc.sql("""
                delete from wecom.callback_credential
                where tenant_id = :tenant and company_id = :company
                returning id
                """)
                .param("company", company.value())
                .query(UUID.class)
                .list();
        all.forEach(this::deletePlace);
    }

    private void deletePlace(UUID id) {
        global.sql("""
                delete from wecom.callback_address
                where tenant_id = :owner and id = :id
                """)
                .param("owner", TenantScope.current().value())
                .param("id", id)
                .update();
    }

    /** The tenant is gone, and its credentials with it. */
    void forget(TenantId tenant) {
        global.sql("delete from wecom.callback_address where tenant_id = :gone")
                .param("gone", tenant.value())
                .update();
        global.sql("delete from wecom.callback_due where tenant_id = :gone")
                .param("gone", tenant.value())
                .update();
    }

    Optional<Instant> verifiedAt(CompanyId company) {
        return jdbc.sql("""
                select verified_at
                from wecom.callback_credential
                where tenant_id = :tenant and company_id = :company and verified_at is not null
                order by verified_at desc
                limit 1
                """)
                .param("company", company.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
