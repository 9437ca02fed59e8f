package io.tilth.acquisition.link;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class LinkClickRepository {

    private final TenantJdbc jdbc;

    LinkClickRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ChannelCodeId code, String key, String click, Instant at) {
        jdbc.sql("""
                insert into acquisition.link_click (tenant_id, code_id, key, click, clicked_at)
                values (:tenant, :code, :key, :click, :at)
                """)
                .param("code", code.value())
                .param("key", key)
                .param("click", click)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<String> find(ChannelCodeId code, String key) {
        return jdbc.sql("""
                select click
                from acquisition.link_click
                where tenant_id = :tenant and code_id = :code and key = :key
                """)
                .param("code", code.value())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    void forget(Instant before) {
        jdbc.sql("delete from acquisition.link_click where tenant_id = :tenant and clicked_at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }
}
