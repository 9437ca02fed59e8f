package io.tilth.customer.follow;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Of whom WeCom is to be asked anew. */
@Repository
class WantedRepository {

    private final TenantJdbc jdbc;

    WantedRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Wants them soon; one row however often they are wanted. */
    void want(CompanyId company, Collection<Identity> identities, Instant now) {
        jdbc.sql("""
                insert into customer.wanted_profile (tenant_id, identity_id, company_id, wanted_at, next_at)
                select :tenant, told.id, :company, :now, :now
                from unnest(cast(:ids as uuid[])) as told (id)
                on conflict (tenant_id, identity_id)
                do update set attempts = 0, next_at = excluded.next_at
                where wanted_profile.next_at > excluded.next_at
                """)
                .param("company", company.value())
                .param("now", now.atOffset(UTC))
                .param("ids", Columns.of(identities, Identity::id))
                .update();
    }

    /** The oldest of those whose turn has come. */
    List<Wanted> due(CompanyId company, Instant now, int rows) {
        return jdbc.sql("""
                select i.id, i.external_user_id, i.news, w.attempts
                from customer.wanted_profile w
                join customer.identity i on i.tenant_id = w.tenant_id and i.id = w.identity_id
                where w.tenant_id = :tenant and w.company_id = :company and w.next_at <= :now
                order by w.next_at
                limit :rows
                """)
                .param("company", company.value())
                .param("now", now.atOffset(UTC))
                .param("rows", rows)
                .query((row, index) -> new Wanted(
                        row.getObject("id", UUID.class),
                        row.getString("external_user_id"),
                        row.getInt("news"),
                        row.getInt("attempts")))
                .list();
    }

    /** The companies for which somebody waits whose turn has come. */
    List<CompanyId> waiting(Instant now) {
        return jdbc.sql("""
                select company_id
                from customer.wanted_profile
                where tenant_id = :tenant and next_at <= :now
                union
                select company_id
                from customer.wanted_tags
                where tenant_id = :tenant
                """)
                .param("now", now.atOffset(UTC))
                .query((row, index) -> new CompanyId(row.getObject("company_id", UUID.class)))
                .list();
    }

    void done(Collection<UUID> identities) {
        jdbc.sql("""
                delete from customer.wanted_profile
                where tenant_id = :tenant and identity_id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(identities, id -> id)).update();
    }

    void failed(UUID identity, String reason, Instant nextAt) {
        jdbc.sql("""
                update customer.wanted_profile
                set attempts = attempts + 1, reason = :reason, next_at = :next
                where tenant_id = :tenant and identity_id = :id
                """)
                .param("id", identity)
                .param("reason", reason)
                .param("next", nextAt.atOffset(UTC))
                .update();
    }

    /** @param news how many there were when the row was read */
    record Wanted(UUID identity, String externalUserId, int news, int attempts) {}
}
