package io.tilth.community.groupchat;

import static java.time.ZoneOffset.UTC;

import io.tilth.community.GroupChatId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Of which chats we want to ask WeCom anew: however much the news of a chat, it costs one call. */
@Repository
class WantedChatRepository {

    private final TenantJdbc jdbc;

    WantedChatRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void want(CompanyId company, String chatId, Instant now) {
        jdbc.sql("""
                insert into community.group_chat (tenant_id, id, company_id, chat_id, state, seen_at, news, next_at)
                values (:tenant, :id, :company, :chat, 'ACTIVE', :now, 1, :now)
                on conflict (tenant_id, company_id, chat_id) do update
                set news = group_chat.news + 1, next_at = :now, attempts = 0
                """)
                .param("id", GroupChatId.next().value())
                .param("company", company.value())
                .param("chat", chatId)
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Wanted> due(Instant now, int rows) {
        return jdbc.sql("""
                select id, company_id, chat_id, news, attempts
                from community.group_chat
                where tenant_id = :tenant and next_at <= :now
                order by next_at
                limit :rows
                """)
                .param("now", now.atOffset(UTC))
                .param("rows", rows)
                .query((row, index) -> new Wanted(
                        new GroupChatId(row.getObject("id", UUID.class)),
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("chat_id"),
                        row.getInt("news"),
                        row.getInt("attempts")))
                .list();
    }

    boolean anyWanted() {
        return jdbc.sql("""
                select exists (
                    select from community.group_chat
                    where tenant_id = :tenant and next_at is not null)
                """).query(Boolean.class).single();
    }

    /** Nothing more is wanted, unless news came while we asked. */
    void settle(Wanted one) {
        jdbc.sql("""
                update community.group_chat
                set next_at = null, attempts = 0, reason = null
                where tenant_id = :tenant and id = :id and news = :news
                """).param("id", one.id().value()).param("news", one.news()).update();
    }

    void postpone(Wanted one, Instant next, String reason) {
        jdbc.sql("""
                update community.group_chat
                set next_at = :next, attempts = attempts + 1, reason = :reason
                where tenant_id = :tenant and id = :id
                """)
                .param("id", one.id().value())
                .param("next", next.atOffset(UTC))
                .param("reason", reason)
                .update();
    }

    /** @param news how many had come when we began to ask */
    record Wanted(GroupChatId id, CompanyId company, String chatId, int news, int attempts) {}
}
