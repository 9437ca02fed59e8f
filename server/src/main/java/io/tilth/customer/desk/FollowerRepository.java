package io.tilth.customer.desk;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Follows.Begun;
import io.tilth.customer.Follows.Followed;
import io.tilth.customer.Follows.Friendship;
import io.tilth.customer.TagId;
import io.tilth.customer.desk.ListedCustomer.Follower;
import io.tilth.customer.desk.ListedCustomer.Of;
import io.tilth.customer.desk.ListedCustomer.Tag;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who follows customers. */
@Repository
class FollowerRepository {

    private final TenantJdbc jdbc;

    FollowerRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of each customer, the longest lasting first; named by id until somebody looks up what they are called. */
    Map<CustomerId, List<Follower>> of(Collection<CustomerId> customers) {
        record Row(CustomerId customer, Follower follower) {}
        return jdbc
                .sql("""
                select id, customer_id, member_id, remark, description, mobiles, corp_name, add_way, channel, half, state,
                    created_at, ended_at
                from customer.follow
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                order by created_at, id
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Row(new CustomerId(row.getObject("customer_id", UUID.class)), follower(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::customer, Collectors.mapping(Row::follower, Collectors.toList())));
    }

    Map<FollowId, List<Tag>> tags(Collection<FollowId> follows) {
        record Row(FollowId follow, Tag tag) {}
        return jdbc
                .sql("""
                select ft.follow_id, t.id, t.name
                from customer.follow_tag ft
                join customer.tag t on t.tenant_id = ft.tenant_id and t.id = ft.tag_id
                where ft.tenant_id = :tenant and ft.follow_id = any (cast(:follows as uuid[]))
                order by t.sort_order desc, t.id
                """)
                .param("follows", Columns.of(follows, FollowId::value))
                .query((row, index) -> new Row(
                        new FollowId(row.getObject("follow_id", UUID.class)),
                        new Tag(new TagId(row.getObject("id", UUID.class)), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::follow, Collectors.mapping(Row::tag, Collectors.toList())));
    }

    List<Followed> followed(MemberId member) {
        return jdbc.sql("""
                select f.id, f.customer_id, i.external_user_id
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                where f.tenant_id = :tenant and f.member_id = :member and f.state = 'ACTIVE'
                order by f.customer_id
                """)
                .param("member", member.value())
                .query((row, index) -> new Followed(
                        new FollowId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("external_user_id")))
                .list();
    }

    Optional<Followed> find(FollowId follow) {
        return jdbc.sql("""
                select f.id, f.customer_id, i.external_user_id
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                where f.tenant_id = :tenant and f.id = :id
                """)
                .param("id", follow.value())
                .query((row, index) -> new Followed(
                        new FollowId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("external_user_id")))
                .optional();
    }

    Map<CustomerId, List<Friendship>> friendships(Collection<CustomerId> customers) {
        record Row(CustomerId customer, Friendship friendship) {}
        return jdbc
                .sql("""
                select f.id, f.customer_id, f.member_id, i.company_id, i.external_user_id, f.state, f.half, f.remark,
                    f.add_way, coalesce(f.begun_at, f.created_at) as since,
                    greatest(f.contacted_at, f.begun_at, f.created_at) as contacted
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                where f.tenant_id = :tenant and f.customer_id = any (cast(:customers as uuid[]))
                order by contacted desc nulls last, f.id
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) ->
                        new Row(new CustomerId(row.getObject("customer_id", UUID.class)), friendship(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Row::customer, Collectors.mapping(Row::friendship, Collectors.toList())));
    }

    List<Begun> begun(Collection<MemberId> members, Instant since, int most) {
        return jdbc.sql("""
                select f.customer_id, f.member_id, f.remark, f.begun_at,
                    case when f.contacted_at >= f.begun_at then f.contacted_at end as contacted_at
                from customer.follow f
                join customer.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id
                where f.tenant_id = :tenant and f.member_id = any (cast(:members as uuid[])) and f.state = 'ACTIVE'
                    and f.begun_at >= :since and not c.existing
                order by f.begun_at desc, f.id
                limit :most
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("since", since.atOffset(UTC))
                .param("most", most)
                .query((row, index) -> new Begun(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getString("remark"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        moment(row, "contacted_at")))
                .list();
    }

    void contacted(CustomerId customer, MemberId member, Instant at) {
        jdbc.sql("""
                update customer.follow
                set contacted_at = :at
                where tenant_id = :tenant and customer_id = :customer and member_id = :member
                    and (contacted_at is null or contacted_at < :at)
                """)
                .param("customer", customer.value())
                .param("member", member.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    Map<MemberId, Integer> count(Collection<MemberId> members) {
        record Row(MemberId member, int customers) {}
        return jdbc
                .sql("""
                select member_id, count(*) as customers
                from customer.follow
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and state = 'ACTIVE'
                group by member_id
                """)
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) ->
                        new Row(new MemberId(row.getObject("member_id", UUID.class)), row.getInt("customers")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::member, Row::customers));
    }

    Map<CustomerId, String> names(Collection<CustomerId> customers) {
        record Row(CustomerId id, String name) {}
        return jdbc
                .sql("""
                select id, name
                from customer.customer
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Row(new CustomerId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::name));
    }

    Map<CustomerId, String> avatars(Collection<CustomerId> customers) {
        record Row(CustomerId id, String avatar) {}
        return jdbc
                .sql("""
                select id, avatar
                from customer.customer
                where tenant_id = :tenant and id = any (cast(:ids as uuid[])) and avatar <> ''
                """)
                .param("ids", Columns.of(customers, CustomerId::value))
                .query((row, index) ->
                        new Row(new CustomerId(row.getObject("id", UUID.class)), row.getString("avatar")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::avatar));
    }

    Map<CustomerId, CustomerId> joined(Collection<CustomerId> customers) {
        record Row(CustomerId id, CustomerId into) {}
        return jdbc
                .sql("""
                select id, customer_id
                from customer.joined
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Row(
                        new CustomerId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::into));
    }

    Map<String, CustomerId> byExternal(CompanyId company, Collection<String> externals) {
        record Row(String external, CustomerId id) {}
        return jdbc
                .sql("""
                select external_user_id, customer_id
                from customer.identity
                where tenant_id = :tenant and company_id = :company and external_user_id = any (:externals)
                """)
                .param("company", company.value())
                .param("externals", externals.toArray(String[]::new))
                .query((row, index) -> new Row(
                        row.getString("external_user_id"), new CustomerId(row.getObject("customer_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::external, Row::id));
    }

    private static Follower follower(ResultSet row) throws SQLException {
        return new Follower(
                new FollowId(row.getObject("id", UUID.class)),
                new Of(new MemberId(row.getObject("member_id", UUID.class)), ""),
                row.getString("remark"),
                row.getString("description"),
                List.of((String[]) row.getArray("mobiles").getArray()),
                row.getString("corp_name"),
                row.getInt("add_way"),
                row.getString("channel"),
                row.getBoolean("half"),
                row.getString("state"),
                moment(row, "created_at").orElse(null),
                moment(row, "ended_at").orElse(null));
    }

    private static Friendship friendship(ResultSet row) throws SQLException {
        return new Friendship(
                new FollowId(row.getObject("id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("external_user_id"),
                row.getString("state").equals("ACTIVE"),
                row.getBoolean("half"),
                row.getString("remark"),
                row.getInt("add_way"),
                moment(row, "since"),
                moment(row, "contacted"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
