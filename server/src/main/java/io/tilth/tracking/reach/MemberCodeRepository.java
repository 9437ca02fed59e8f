package io.tilth.tracking.reach;

import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MemberCodeRepository {

    private final TenantJdbc jdbc;

    MemberCodeRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> picture(MemberId member) {
        return jdbc.sql("""
                select picture
                from tracking.member_code
                where tenant_id = :tenant and member_id = :member and picture is not null
                """).param("member", member.value()).query(byte[].class).optional();
    }

    /** True for the one who may ask WeCom now; whoever failed may try again after the pause. */
    boolean claim(MemberId member, Instant now, Duration pause) {
        return jdbc.sql("""
                insert into tracking.member_code as code (tenant_id, member_id, claimed_at)
                values (:tenant, :member, :now)
                on conflict (tenant_id, member_id) do update
                set claimed_at = excluded.claimed_at
                where code.tenant_id = :tenant and code.picture is null and code.claimed_at < :before
                """)
                        .param("member", member.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("before", now.minus(pause).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void keep(MemberId member, String configId, byte[] picture) {
        jdbc.sql("""
                update tracking.member_code
                set config_id = :config, picture = :picture
                where tenant_id = :tenant and member_id = :member
                """)
                .param("member", member.value())
                .param("config", configId)
                .param("picture", picture)
                .update();
    }
}
