package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.customer.follow.Follow.End;
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
class FollowRepository {

    private static final String COLUMNS = """
            select f.id, f.identity_id, f.customer_id, f.member_id, f.state, f.half, f.created_at, f.begun_at,
                f.heard_at, f.ended_at, f.last_reason, f.remark, f.description, f.mobiles, f.corp_name, f.add_way, f.channel,
                f.oper_user_id
            from customer.follow f
            """;

    private static final String STORE = """
            insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half, created_at,
                begun_at, heard_at, ended_at, last_reason, remark, description, mobiles, corp_name, add_way, channel,
                oper_user_id)
            select :tenant, n.id, n.identity_id, n.customer_id, n.member_id, n.state, n.half, n.created_at,
                n.begun_at, n.heard_at, n.ended_at, n.last_reason, n.remark, n.description,
                string_to_array(n.mobiles, ','), n.corp_name, n.add_way, n.channel, n.oper_user_id
            from unnest(cast(:ids as uuid[]), cast(:identities as uuid[]), cast(:customers as uuid[]),
                cast(:members as uuid[]), cast(:states as text[]), cast(:halves as boolean[]),
                cast(:created as timestamptz[]), cast(:begun as timestamptz[]), cast(:heard as timestamptz[]),
                cast(:ended as timestamptz[]), cast(:reasons as text[]), cast(:remarks as text[]), cast(:descriptions as text[]),
                cast(:mobiles as text[]), cast(:corps as text[]), cast(:ways as int[]), cast(:channels as text[]),
                cast(:operators as text[]))
                as n (id, identity_id, customer_id, member_id, state, half, created_at, begun_at, heard_at,
                    ended_at, last_reason, remark, description, mobiles, corp_name, add_way, channel,
                    oper_user_id)
            on conflict (tenant_id, id)
            do update set state = excluded.state, half = excluded.half, created_at = excluded.created_at,
                begun_at = excluded.begun_at, heard_at = excluded.heard_at, ended_at = excluded.ended_at,
                last_reason = excluded.last_reason,
                remark = excluded.remark, description = excluded.description, mobiles = excluded.mobiles,
                corp_name = excluded.corp_name, add_way = excluded.add_way, channel = excluded.channel,
                oper_user_id = excluded.oper_user_id
            """;

    private final TenantJdbc jdbc;

    FollowRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** All of these identities, which the caller holds. */
    List<Follow> of(Collection<Identity> identities) {
        return jdbc.sql(COLUMNS + "where f.tenant_id = :tenant and f.identity_id = any (cast(:identities as uuid[]))")
                .param("identities", Columns.of(identities, Identity::id))
                .query(FollowRepository::follow)
                .list();
    }

    /** What lasts between these members and customers of the company. */
    List<Active> active(CompanyId company, Collection<MemberId> members) {
        return jdbc.sql("""
                select f.member_id, i.external_user_id
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                where f.tenant_id = :tenant and i.company_id = :company and f.state = 'ACTIVE'
                    and f.member_id = any (cast(:members as uuid[]))
                """)
                .param("company", company.value())
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) -> new Active(
                        new MemberId(row.getObject("member_id", UUID.class)), row.getString("external_user_id")))
                .list();
    }

    void store(Collection<Follow> follows) {
        jdbc.sql(STORE)
                .param("ids", Columns.of(follows, one -> one.id().value()))
                .param("identities", Columns.of(follows, Follow::identity))
                .param("customers", Columns.of(follows, one -> one.customer().value()))
                .param("members", Columns.of(follows, one -> one.member().value()))
                .param("states", Columns.of(follows, FollowRepository::state))
                .param("halves", Columns.of(follows, Follow::half))
                .param("created", Columns.of(follows, Follow::createdAt))
                .param("begun", Columns.of(follows, Follow::begunAt))
                .param("heard", Columns.of(follows, Follow::heardAt))
                .param("ended", Columns.of(follows, one -> one.ended().map(End::at)))
                .param("reasons", Columns.of(follows, Follow::lastReason))
                .param("remarks", Columns.of(follows, one -> one.notes().remark()))
                .param("descriptions", Columns.of(follows, one -> one.notes().description()))
                .param(
                        "mobiles",
                        Columns.of(follows, one -> String.join(",", one.notes().mobiles())))
                .param("corps", Columns.of(follows, one -> one.notes().corpName()))
                .param("ways", Columns.of(follows, one -> one.notes().addWay()))
                .param("channels", Columns.of(follows, one -> one.notes().channel()))
                .param("operators", Columns.of(follows, one -> one.notes().operUserId()))
                .update();
    }

    Map<FollowId, Set<TagId>> tags(Collection<FollowId> follows) {
        record Tagged(FollowId follow, TagId tag) {}
        return jdbc
                .sql("""
                select follow_id, tag_id
                from customer.follow_tag
                where tenant_id = :tenant and follow_id = any (cast(:follows as uuid[]))
                """)
                .param("follows", Columns.of(follows, FollowId::value))
                .query((row, index) -> new Tagged(
                        new FollowId(row.getObject("follow_id", UUID.class)),
                        new TagId(row.getObject("tag_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Tagged::follow, Collectors.mapping(Tagged::tag, Collectors.toSet())));
    }

    void putOn(Collection<Tagging> tags) {
        jdbc.sql("""
                insert into customer.follow_tag (tenant_id, follow_id, tag_id)
                select :tenant, told.follow, told.tag
                from unnest(cast(:follows as uuid[]), cast(:tags as uuid[])) as told (follow, tag)
                on conflict do nothing
                """)
                .param("follows", Columns.of(tags, one -> one.follow().value()))
                .param("tags", Columns.of(tags, one -> one.tag().value()))
                .update();
    }

    void takeOff(Collection<Tagging> tags) {
        jdbc.sql("""
                delete from customer.follow_tag
                where tenant_id = :tenant
                    and (follow_id, tag_id) in (
                        select told.follow, told.tag
                        from unnest(cast(:follows as uuid[]), cast(:tags as uuid[])) as told (follow, tag))
                """)
                .param("follows", Columns.of(tags, one -> one.follow().value()))
                .param("tags", Columns.of(tags, one -> one.tag().value()))
                .update();
    }

    record Active(MemberId member, String externalUserId) {}

    record Tagging(FollowId follow, TagId tag) {}

    /** A follow that nobody ever heard begin has no other state than its end. */
    private static String state(Follow follow) {
        return follow.ended().map(end -> end.reason().name()).orElse("ACTIVE");
    }

    static Follow follow(ResultSet row, int index) throws SQLException {
        var state = row.getString("state");
        var endedAt = moment(row, "ended_at");
        return new Follow(
                new FollowId(row.getObject("id", UUID.class)),
                row.getObject("identity_id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getBoolean("half"),
                moment(row, "created_at"),
                moment(row, "begun_at"),
                moment(row, "heard_at").orElseThrow(),
                endedAt.map(at -> new End(Reason.valueOf(state), at)),
                Optional.ofNullable(row.getString("last_reason")).map(Reason::valueOf),
                new Notes(
                        row.getString("remark"),
                        row.getString("description"),
                        List.of((String[]) row.getArray("mobiles").getArray()),
                        Optional.ofNullable(row.getString("corp_name")),
                        row.getInt("add_way"),
                        Optional.ofNullable(row.getString("channel")),
                        Optional.ofNullable(row.getString("oper_user_id"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
