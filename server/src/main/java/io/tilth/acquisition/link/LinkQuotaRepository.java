package io.tilth.acquisition.link;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class LinkQuotaRepository {

    private final TenantJdbc jdbc;

    LinkQuotaRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<LinkQuota> all() {
        return jdbc.sql("""
                select company_id, used, quota_left, ending, ends_at, asked_at
                from acquisition.link_quota
                where tenant_id = :tenant
                order by company_id
                """)
                .query((row, index) -> {
                    @Nullable OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
                    return new LinkQuota(
                            new CompanyId(row.getObject("company_id", UUID.class)),
                            row.getInt("used"),
                            row.getInt("quota_left"),
                            row.getInt("ending"),
                            Optional.ofNullable(end).map(OffsetDateTime::toInstant),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** Companies with links whose quota nobody has asked for since then, or has changed. */
    List<CompanyId> due(Instant since) {
        return jdbc.sql("""
                select distinct c.company_id as id
                from acquisition.channel_code c
                left join acquisition.link_quota q on q.tenant_id = c.tenant_id and q.company_id = c.company_id
                where c.tenant_id = :tenant and c.form = 'LINK' and c.config_id is not null
                    and (q.asked_at is null or q.asked_at < :since or q.stale)
                """)
                .param("since", since.atOffset(UTC))
                .query((row, index) -> new CompanyId(row.getObject("id", UUID.class)))
                .list();
    }

    void stale(CompanyId company) {
        jdbc.sql("""
                update acquisition.link_quota
                set stale = true
                where tenant_id = :tenant and company_id = :company
                """).param("company", company.value()).update();
    }

    void keep(LinkQuota quota) {
        jdbc.sql("""
                insert into acquisition.link_quota (tenant_id, company_id, used, quota_left, ending, ends_at, asked_at)
                values (:tenant, :company, :used, :left, :ending, :ends, :asked)
                on conflict (tenant_id, company_id) do update
                set used = excluded.used, quota_left = excluded.quota_left, ending = excluded.ending,
                    ends_at = excluded.ends_at, asked_at = excluded.asked_at, stale = false
                """)
                .param("company", quota.company().value())
                .param("used", quota.used())
                .param("left", quota.left())
                .param("ending", quota.ending())
                .param("ends", quota.endsAt().map(at -> at.atOffset(UTC)).orElse(null))
                .param("asked", quota.askedAt().atOffset(UTC))
                .update();
    }
}
