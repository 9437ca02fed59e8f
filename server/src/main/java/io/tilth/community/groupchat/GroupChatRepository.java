package io.tilth.community.groupchat;

import static java.time.ZoneOffset.UTC;

import io.tilth.community.GroupChatId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class GroupChatRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private final TenantJdbc jdbc;

    GroupChatRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @param owners whose chats the reader may see; empty for everybody's */
    List<GroupChat> search(
            String q, @Nullable MemberId owner, Optional<Set<MemberId>> owners, Optional<UUID> after, int rows) {
        return jdbc.sql("""
                select id, company_id, chat_id, name, owner_id, state, customers, members, created_at
                from community.group_chat
                where tenant_id = :tenant
                    and id > :after
                    and strpos(lower(name), lower(:q)) > 0
                    and (cast(:owner as uuid) is null or owner_id = :owner)
                    and (:everybodys or owner_id = any (cast(:owners as uuid[])))
                order by id
                limit :rows
                """)
                .param("after", after.orElse(FIRST))
                .param("q", q)
                .param("owner", owner == null ? null : owner.value())
                .param("everybodys", owners.isEmpty())
                .param("owners", Columns.of(owners.orElse(Set.of()), MemberId::value))
                .param("rows", rows)
                .query(GroupChatRepository::chat)
                .list();
    }

    Optional<GroupChat> find(GroupChatId id) {
        return jdbc.sql("""
                select id, company_id, chat_id, name, owner_id, state, customers, members, created_at
                from community.group_chat
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(GroupChatRepository::chat)
                .optional();
    }

    Optional<GroupChat> findAndLock(CompanyId company, String chatId) {
        return jdbc.sql("""
                select id, company_id, chat_id, name, owner_id, state, customers, members, created_at
                from community.group_chat
                where tenant_id = :tenant and company_id = :company and chat_id = :chat
                for update
                """)
                .param("company", company.value())
                .param("chat", chatId)
                .query(GroupChatRepository::chat)
                .optional();
    }

    /** Those that are not dismissed. */
    List<GroupChat> ownedBy(MemberId owner) {
        return jdbc.sql("""
                select id, company_id, chat_id, name, owner_id, state, customers, members, created_at
                from community.group_chat
                where tenant_id = :tenant and owner_id = :owner and state <> 'DISMISSED'
                order by id
                """)
                .param("owner", owner.value())
                .query(GroupChatRepository::chat)
                .list();
    }

    /** How many chats each owner has who left. */
    Map<MemberId, Integer> orphaned() {
        return jdbc
                .sql("""
                select owner_id, count(*) as chats
                from community.group_chat
                where tenant_id = :tenant and state = 'OWNER_LEFT' and owner_id is not null
                group by owner_id
                """)
                .query((row, index) ->
                        Map.entry(new MemberId(row.getObject("owner_id", UUID.class)), row.getInt("chats")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<MemberId> owners(CompanyId company) {
        return jdbc.sql("""
                select distinct owner_id
                from community.group_chat
                where tenant_id = :tenant and company_id = :company and state <> 'DISMISSED' and owner_id is not null
                """)
                .param("company", company.value())
                .query((row, index) -> new MemberId(row.getObject("owner_id", UUID.class)))
                .set();
    }

    /** Puts what WeCom told. */
    void store(GroupChat chat, String notice, Instant seenAt) {
        jdbc.sql("""
                insert into community.group_chat (tenant_id, id, company_id, chat_id, name, notice, owner_id, state,
                    customers, members, created_at, seen_at)
                values (:tenant, :id, :company, :chat, :name, :notice, :owner, :state, :customers, :members, :created,
                    :seen)
                on conflict (tenant_id, company_id, chat_id) do update
                set name = excluded.name, notice = excluded.notice, owner_id = excluded.owner_id,
                    state = excluded.state, customers = excluded.customers, members = excluded.members,
                    created_at = excluded.created_at, seen_at = excluded.seen_at, dismissed_at = null
                """)
                .param("id", chat.id().value())
                .param("company", chat.company().value())
                .param("chat", chat.chatId())
                .param("name", chat.name())
                .param("notice", notice)
                .param("owner", chat.owner().map(MemberId::value).orElse(null))
                .param("state", chat.state().name())
                .param("customers", chat.customers())
                .param("members", chat.members())
                .param("created", chat.createdAt().map(at -> at.atOffset(UTC)).orElse(null))
                .param("seen", seenAt.atOffset(UTC))
                .update();
    }

    void ownersChanged(MemberId owner, boolean here) {
        jdbc.sql("""
                update community.group_chat
                set state = :state
                where tenant_id = :tenant and owner_id = :owner and state <> 'DISMISSED'
                """)
                .param("owner", owner.value())
                .param("state", here ? "ACTIVE" : "OWNER_LEFT")
                .update();
    }

    void move(Collection<GroupChatId> chats, MemberId owner, Instant now) {
        jdbc.sql("""
                update community.group_chat
                set owner_id = :owner, state = 'ACTIVE', news = news + 1, next_at = :now
                where tenant_id = :tenant and id = any (cast(:chats as uuid[]))
                """)
                .param("owner", owner.value())
                .param("chats", Columns.of(chats, GroupChatId::value))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void dismiss(CompanyId company, String chatId, Instant at) {
        jdbc.sql("""
                update community.group_chat
                set state = 'DISMISSED', dismissed_at = :at, next_at = null
                where tenant_id = :tenant and company_id = :company and chat_id = :chat and state <> 'DISMISSED'
                """)
                .param("company", company.value())
                .param("chat", chatId)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Those of these owners' chats that WeCom has not shown since. */
    int dismissUnseen(CompanyId company, Collection<MemberId> owners, Instant since) {
        return jdbc.sql("""
                update community.group_chat
                set state = 'DISMISSED', dismissed_at = :since, next_at = null
                where tenant_id = :tenant and company_id = :company and state <> 'DISMISSED' and seen_at < :since
                    and owner_id = any (cast(:owners as uuid[]))
                """)
                .param("company", company.value())
                .param("owners", Columns.of(owners, MemberId::value))
                .param("since", since.atOffset(UTC))
                .update();
    }

    static GroupChat chat(ResultSet row, int index) throws SQLException {
        return new GroupChat(
                new GroupChatId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("chat_id"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)).map(MemberId::new),
                GroupChat.State.valueOf(row.getString("state")),
                row.getInt("customers"),
                row.getInt("members"),
                Optional.ofNullable(row.getObject("created_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
