package io.tilth.acquisition.guide;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class GuideWayRepository {

    private final TenantJdbc jdbc;

    GuideWayRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<GuideWay> of(ChannelCodeId code) {
        return jdbc.sql("""
                select member_id, key, config_id, live
                from acquisition.guide_way
                where tenant_id = :tenant and code_id = :code
                """)
                .param("code", code.value())
                .query((row, index) -> new GuideWay(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getString("key"),
                        Optional.ofNullable(row.getString("config_id")),
                        row.getString("live")))
                .list();
    }

    /** Who can be shown. */
    Set<MemberId> ready(ChannelCodeId code) {
        return jdbc.sql("""
                select member_id
                from acquisition.guide_way
                where tenant_id = :tenant and code_id = :code and picture is not null
                """).param("code", code.value()).query(UUID.class).list().stream()
                .map(MemberId::new)
                .collect(Collectors.toSet());
    }

    Optional<String> key(ChannelCodeId code, MemberId member) {
        return jdbc.sql("""
                select key
                from acquisition.guide_way
                where tenant_id = :tenant and code_id = :code and member_id = :member
                """)
                .param("code", code.value())
                .param("member", member.value())
                .query(String.class)
                .optional();
    }

    Optional<byte[]> picture(ChannelCodeId code, String key) {
        return jdbc.sql("""
                select picture
                from acquisition.guide_way
                where tenant_id = :tenant and code_id = :code and key = :key and picture is not null
                """)
                .param("code", code.value())
                .param("key", key)
                .query(byte[].class)
                .optional();
    }

    void insert(ChannelCodeId code, GuideWay way) {
        jdbc.sql("""
                insert into acquisition.guide_way (tenant_id, code_id, member_id, key)
                values (:tenant, :code, :member, :key)
                on conflict (tenant_id, code_id, member_id) do nothing
                """)
                .param("code", code.value())
                .param("member", way.member().value())
                .param("key", way.key())
                .update();
    }

    void made(ChannelCodeId code, MemberId member, String configId, byte[] picture) {
        jdbc.sql("""
                update acquisition.guide_way
                set config_id = :config, picture = :picture
                where tenant_id = :tenant and code_id = :code and member_id = :member
                """)
                .param("code", code.value())
                .param("member", member.value())
                .param("config", configId)
                .param("picture", picture)
                .update();
    }

    void told(ChannelCodeId code, MemberId member, String live) {
        jdbc.sql("""
                update acquisition.guide_way
                set live = :live
                where tenant_id = :tenant and code_id = :code and member_id = :member
                """)
                .param("code", code.value())
                .param("member", member.value())
                .param("live", live)
                .update();
    }
}
