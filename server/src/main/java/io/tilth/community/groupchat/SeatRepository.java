package io.tilth.community.groupchat;

import static java.time.ZoneOffset.UTC;

import io.tilth.community.GroupChatId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SeatRepository {

    private final TenantJdbc jdbc;

    SeatRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is in the chat, and who was; those who are there first. */
    List<Seat> of(GroupChatId chat) {
        return jdbc.sql("""
                select wecom_id, external, name, member_id, joined_at, join_scene, channel, left_at
                from community.group_seat
                where tenant_id = :tenant and group_chat_id = :chat
                order by left_at desc nulls first, joined_at, wecom_id
                """)
                .param("chat", chat.value())
                .query((row, index) -> new Seat(
                        row.getString("wecom_id"),
                        row.getBoolean("external"),
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getObject("member_id", UUID.class))
                                .map(MemberId::new),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                        row.getInt("join_scene"),
                        Optional.ofNullable(row.getString("channel")),
                        Optional.ofNullable(row.getObject("left_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** How many of these were not there, or otherwise. */
    int store(GroupChatId chat, List<Seat> seats) {
        return jdbc.sql("""
                insert into community.group_seat (tenant_id, group_chat_id, wecom_id, external, name, member_id,
                    joined_at, join_scene, channel)
                select :tenant, :chat, told.wecom_id, told.external, told.name, told.member_id, told.joined_at,
                    told.join_scene, told.channel
                from unnest(cast(:ids as text[]), cast(:externals as boolean[]), cast(:names as text[]),
                    cast(:members as uuid[]), cast(:joined as timestamptz[]), cast(:scenes as int[]),
                    cast(:channels as text[]))
                    as told (wecom_id, external, name, member_id, joined_at, join_scene, channel)
                order by told.wecom_id
                on conflict (tenant_id, group_chat_id, wecom_id) do update
                set name = excluded.name, member_id = excluded.member_id, joined_at = excluded.joined_at,
                    join_scene = excluded.join_scene, channel = excluded.channel, left_at = null
                where group_seat.left_at is not null
                    or group_seat.name is distinct from excluded.name
                    or group_seat.member_id is distinct from excluded.member_id
                    or group_seat.joined_at <> excluded.joined_at
                """)
                .param("chat", chat.value())
                .param("ids", Columns.of(seats, Seat::wecomId))
                .param("externals", Columns.of(seats, Seat::external))
                .param("names", Columns.of(seats, Seat::name))
                .param("members", Columns.of(seats, seat -> seat.member().map(MemberId::value)))
                .param("joined", Columns.of(seats, Seat::joinedAt))
                .param("scenes", Columns.of(seats, Seat::joinScene))
                .param("channels", Columns.of(seats, Seat::channel))
                .update();
    }

    /** Everybody else has left; says how many that was. */
    int leaveBut(GroupChatId chat, List<Seat> seats, Instant now) {
        return jdbc.sql("""
                update community.group_seat
                set left_at = :now
                where tenant_id = :tenant and group_chat_id = :chat and left_at is null
                    and wecom_id <> all (cast(:ids as text[]))
                """)
                .param("chat", chat.value())
                .param("ids", Columns.of(seats, Seat::wecomId))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
