package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.directory.Notice;
import io.tilth.directory.Notice.Urgency;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What members are told, and how far its message has come. */
@Repository
class NoticeRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    NoticeRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores it, or brings the unseen one with the same key up to date; gives its id. */
    UUID put(MemberId member, Notice notice, boolean message, Instant now) {
        return jdbc.sql("""
                insert into directory.notice as had
                    (tenant_id, id, member_id, place, kind, words, link, merge_key, urgency, told_at, state, due_at)
                values (:tenant, :id, :member, :place, :kind, cast(:words as jsonb), :link, :merge, :urgency, :now,
                    :state, :now)
                on conflict (tenant_id, member_id, merge_key) where seen_at is null and merge_key is not null
                do update set place = excluded.place, kind = excluded.kind, words = excluded.words,
                    link = excluded.link, told_at = excluded.told_at, times = had.times + 1,
                    urgency = case when array_position(:ranks, excluded.urgency) > array_position(:ranks, had.urgency)
                        then excluded.urgency else had.urgency end,
                    state = case when excluded.state = 'WAITING'
                            and array_position(:ranks, excluded.urgency) > array_position(:ranks, had.urgency)
                        then 'WAITING' else had.state end,
                    due_at = case when excluded.state = 'WAITING'
                            and array_position(:ranks, excluded.urgency) > array_position(:ranks, had.urgency)
                        then excluded.due_at else had.due_at end
                returning id
                """)
                .param("id", Ids.next())
                .param("member", member.value())
                .param("place", Ids.next())
                .param("kind", notice.kind())
                .param("words", json.writeValueAsString(notice.words()))
                .param("link", notice.link())
                .param("merge", notice.merge().orElse(null))
                .param("urgency", notice.urgency().name())
                .param("state", message ? "WAITING" : "NONE")
                .param("ranks", Columns.of(List.of(Urgency.values()), Urgency::name))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    /** The newest first, those before the given place. */
    List<Kept> newest(Collection<UUID> members, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, member_id, place, kind, words, link, urgency, told_at, seen_at is not null as seen, held,
                    attempts
                from directory.notice
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and place < :before
                order by place desc
                limit :rows
                """)
                .param("members", Columns.of(members, member -> member))
                .param("before", before.orElse(LAST))
                .param("rows", rows)
                .query(this::kept)
                .list();
    }

    int unseen(Collection<UUID> members, int most) {
        return jdbc.sql("""
                select count(*)
                from (
                    select 1
                    from directory.notice
                    where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and seen_at is null
                    limit :most) as unseen
                """)
                .param("members", Columns.of(members, member -> member))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** What has been seen needs no message any more. */
    void seen(Collection<UUID> members, Instant now) {
        jdbc.sql("""
                update directory.notice
                set seen_at = :now, state = case when state = 'WAITING' then 'NONE' else state end
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and seen_at is null
                """)
                .param("members", Columns.of(members, member -> member))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Members with messages to send now. */
    List<MemberId> waiting(Instant now) {
        return jdbc.sql("""
                select distinct member_id
                from directory.notice
                where tenant_id = :tenant and state in ('WAITING', 'SENDING') and due_at <= :now
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /** What is to be sent to the member now, in the order in which it was told; other nodes leave it alone meanwhile. */
    List<Kept> due(MemberId member, Instant now, int most) {
        return jdbc.sql("""
                select id, member_id, place, kind, words, link, urgency, told_at, seen_at is not null as seen, held,
                    attempts
                from directory.notice
                where tenant_id = :tenant and member_id = :member and state in ('WAITING', 'SENDING')
                    and due_at <= :now
                order by place
                limit :most
                for update skip locked
                """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(this::kept)
                .list();
    }

    void sending(Collection<UUID> notices, Instant until) {
        move(notices, "SENDING", until);
    }

    void failed(Collection<UUID> notices, Instant now) {
        move(notices, "FAILED", now);
    }

    private void move(Collection<UUID> notices, String state, Instant due) {
        jdbc.sql("""
                update directory.notice
                set state = :state, due_at = :due, attempts = attempts + 1
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(notices, id -> id))
                .param("state", state)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param held because nobody should be disturbed now, not because the platform is busy */
    void putOff(Collection<UUID> notices, Instant until, boolean held) {
        jdbc.sql("""
                update directory.notice
                set state = 'WAITING', due_at = :due, held = held or :held
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(notices, id -> id))
                .param("due", until.atOffset(ZoneOffset.UTC))
                .param("held", held)
                .update();
    }

    /** Unless it has become more urgent meanwhile and waits again. */
    void sent(Collection<UUID> notices, Instant now) {
        jdbc.sql("""
                update directory.notice
                set state = case when state = 'SENDING' then 'SENT' else state end, sent_at = :now, held = false
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(notices, id -> id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from directory.notice where tenant_id = :tenant and told_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("place", UUID.class),
                row.getString("kind"),
                json.readValue(row.getString("words"), new TypeReference<Map<String, String>>() {}),
                row.getString("link"),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("seen"),
                row.getBoolean("held"),
                row.getInt("attempts"));
    }

    record Kept(
            UUID id,
            MemberId member,
            UUID place,
            String kind,
            Map<String, String> words,
            String link,
            Urgency urgency,
            Instant at,
            boolean seen,
            boolean held,
            int attempts) {}
}
