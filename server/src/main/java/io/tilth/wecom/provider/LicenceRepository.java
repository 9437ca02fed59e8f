package io.tilth.wecom.provider;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class LicenceRepository {

    private final TenantJdbc jdbc;

    LicenceRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was read in the place of what was known. */
    void replace(CompanyId company, List<Licence> read) {
        jdbc.sql("delete from wecom.licence where tenant_id = :tenant and company_id = :company")
                .param("company", company.value())
                .update();
        jdbc.sql("""
                insert into wecom.licence (tenant_id, company_id, user_id, expires_at)
                select :tenant, :company, member.user_id, member.expires_at
                from unnest(cast(:users as text[]), cast(:ends as timestamptz[])) as member (user_id, expires_at)
                """)
                .param("company", company.value())
                .param("users", read.stream().map(Licence::userId).toArray(String[]::new))
                .param("ends", read.stream().map(LicenceRepository::end).toArray(String[]::new))
                .update();
    }

    void keepReading(CompanyId company, Instant at, Optional<Instant> trialEnds) {
        jdbc.sql("""
                insert into wecom.licence_reading (tenant_id, company_id, at, trial_ends)
                values (:tenant, :company, :at, :trial)
                on conflict (tenant_id, company_id) do update set at = excluded.at, trial_ends = excluded.trial_ends
                """)
                .param("company", company.value())
                .param("at", at.atOffset(UTC))
                .param("trial", trialEnds.map(end -> end.atOffset(UTC)).orElse(null))
                .update();
    }

    /** When the trial ends or ended, as far as licences have been read. */
    Optional<Reading> reading(CompanyId company) {
        return jdbc.sql("""
                select trial_ends
                from wecom.licence_reading
                where tenant_id = :tenant and company_id = :company
                """)
                .param("company", company.value())
                .query((row, index) ->
                        new Reading(Optional.ofNullable(row.getObject("trial_ends", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    List<Licence> of(CompanyId company) {
        return jdbc.sql("""
                select user_id, expires_at
                from wecom.licence
                where tenant_id = :tenant and company_id = :company
                """)
                .param("company", company.value())
                .query((row, index) -> new Licence(
                        row.getString("user_id"),
                        Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private static @Nullable String end(Licence licence) {
        return licence.expiresAt().map(Instant::toString).orElse(null);
    }

    record Reading(Optional<Instant> trialEnds) {}
}
