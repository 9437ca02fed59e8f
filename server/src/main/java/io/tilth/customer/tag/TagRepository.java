package io.tilth.customer.tag;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
class TagRepository {

    private final TenantJdbc jdbc;

    TagRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, KnownGroup> groups(CompanyId company) {
        return jdbc
                .sql("""
                select id, wecom_id, name, sort_order
                from customer.tag_group
                where tenant_id = :tenant and company_id = :company
                """)
                .param("company", company.value())
                .query((row, index) -> new KnownGroup(
                        row.getObject("id", UUID.class),
                        row.getString("wecom_id"),
                        row.getString("name"),
                        row.getLong("sort_order")))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownGroup::wecomId, group -> group));
    }

    Map<String, KnownTag> tags(CompanyId company) {
        return jdbc.sql("""
                select id, wecom_id, group_id, name, sort_order
                from customer.tag
                where tenant_id = :tenant and company_id = :company
                """).param("company", company.value()).query(TagRepository::knownTag).list().stream()
                .collect(Collectors.toMap(KnownTag::wecomId, tag -> tag));
    }

    Map<String, TagId> find(CompanyId company, Collection<String> wecomIds) {
        return jdbc
                .sql("""
                select id, wecom_id, group_id, name, sort_order
                from customer.tag
                where tenant_id = :tenant and company_id = :company and wecom_id = any (:ids)
                """)
                .param("company", company.value())
                .param("ids", wecomIds.toArray(String[]::new))
                .query(TagRepository::knownTag)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownTag::wecomId, KnownTag::id));
    }

    int count(CompanyId company, Collection<TagId> ids) {
        return jdbc.sql("""
                select count(*)
                from customer.tag
                where tenant_id = :tenant and company_id = :company and id = any (cast(:ids as uuid[]))
                """)
                .param("company", company.value())
                .param("ids", Columns.of(ids, TagId::value))
                .query(Integer.class)
                .single();
    }

    Optional<CompanyId> company(TagId tag) {
        return jdbc.sql("""
                select company_id
                from customer.tag
                where tenant_id = :tenant and id = :id
                """)
                .param("id", tag.value())
                .query((row, index) -> new CompanyId(row.getObject("company_id", UUID.class)))
                .optional();
    }

    Set<FollowId> carrying(TagId tag, Collection<FollowId> follows) {
        return jdbc.sql("""
                select follow_id
                from customer.follow_tag
                where tenant_id = :tenant and tag_id = :tag and follow_id = any (cast(:follows as uuid[]))
                """)
                .param("tag", tag.value())
                .param("follows", Columns.of(follows, FollowId::value))
                .query((row, index) -> new FollowId(row.getObject("follow_id", UUID.class)))
                .set();
    }

    void insertUnknown(CompanyId company, Collection<String> wecomIds) {
        jdbc.sql("""
                insert into customer.tag (tenant_id, id, company_id, wecom_id, name, sort_order)
                select :tenant, told.id, :company, told.wecom_id, '', 0
                from unnest(cast(:ids as uuid[]), cast(:wecomIds as text[])) as told (id, wecom_id)
                on conflict do nothing
                """)
                .param("company", company.value())
                .param("ids", Columns.of(wecomIds, one -> Ids.next()))
                .param("wecomIds", Columns.of(wecomIds, one -> one))
                .update();
    }

    void storeGroups(CompanyId company, Collection<KnownGroup> groups) {
        jdbc.sql("""
                insert into customer.tag_group (tenant_id, id, company_id, wecom_id, name, sort_order)
                select :tenant, told.id, :company, told.wecom_id, told.name, told.sort_order
                from unnest(cast(:ids as uuid[]), cast(:wecomIds as text[]), cast(:names as text[]),
                    cast(:orders as bigint[])) as told (id, wecom_id, name, sort_order)
                on conflict (tenant_id, company_id, wecom_id)
                do update set name = excluded.name, sort_order = excluded.sort_order
                """)
                .param("company", company.value())
                .param("ids", Columns.of(groups, KnownGroup::id))
                .param("wecomIds", Columns.of(groups, KnownGroup::wecomId))
                .param("names", Columns.of(groups, KnownGroup::name))
                .param("orders", Columns.of(groups, KnownGroup::order))
                .update();
    }

    void storeTags(CompanyId company, Collection<KnownTag> tags) {
        jdbc.sql("""
                insert into customer.tag (tenant_id, id, company_id, wecom_id, group_id, name, sort_order)
                select :tenant, told.id, :company, told.wecom_id, told.group_id, told.name, told.sort_order
                from unnest(cast(:ids as uuid[]), cast(:wecomIds as text[]), cast(:groups as uuid[]),
                    cast(:names as text[]), cast(:orders as bigint[]))
                    as told (id, wecom_id, group_id, name, sort_order)
                on conflict (tenant_id, company_id, wecom_id)
                do update set group_id = excluded.group_id, name = excluded.name, sort_order = excluded.sort_order
                """)
                .param("company", company.value())
                .param("ids", Columns.of(tags, one -> one.id().value()))
                .param("wecomIds", Columns.of(tags, KnownTag::wecomId))
                .param("groups", Columns.of(tags, KnownTag::group))
                .param("names", Columns.of(tags, KnownTag::name))
                .param("orders", Columns.of(tags, KnownTag::order))
                .update();
    }

    void deleteTags(Collection<KnownTag> tags) {
        jdbc.sql("""
                delete from customer.tag
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(tags, one -> one.id().value())).update();
    }

    void deleteGroups(Collection<KnownGroup> groups) {
        jdbc.sql("""
                delete from customer.tag_group
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(groups, KnownGroup::id)).update();
    }

    /** All of them with how many customers carry them now; those of which only the id was seen are left out. */
    List<ListedTag> listed() {
        return jdbc.sql("""
                select g.id as group_id, g.company_id, g.name as group_name, t.id, t.name,
                    (select count(distinct f.customer_id)
                        from customer.follow_tag ft
                        join customer.follow f on f.tenant_id = ft.tenant_id and f.id = ft.follow_id
                        where ft.tenant_id = :tenant and ft.tag_id = t.id and f.state = 'ACTIVE') as customers
                from customer.tag_group g
                join customer.tag t on t.tenant_id = g.tenant_id and t.group_id = g.id
                where g.tenant_id = :tenant
                order by g.sort_order desc, g.id, t.sort_order desc, t.id
                """)
                .query((row, index) -> new ListedTag(
                        row.getObject("group_id", UUID.class),
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("group_name"),
                        new TagId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("customers")))
                .list();
    }

    void want(CompanyId company, Instant now) {
        jdbc.sql("""
                insert into customer.wanted_tags (tenant_id, company_id, news, wanted_at)
                values (:tenant, :company, 1, :now)
                on conflict (tenant_id, company_id) do update set news = wanted_tags.news + 1
                """)
                .param("company", company.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** How many news wait; empty when none do. */
    Optional<Integer> wanted(CompanyId company) {
        return jdbc.sql("""
                select news
                from customer.wanted_tags
                where tenant_id = :tenant and company_id = :company
                """)
                .param("company", company.value())
                .query(Integer.class)
                .optional();
    }

    /** Only if nobody wanted them anew meanwhile. */
    void done(CompanyId company, int news) {
        jdbc.sql("""
                delete from customer.wanted_tags
                where tenant_id = :tenant and company_id = :company and news = :news
                """).param("company", company.value()).param("news", news).update();
    }

    private static KnownTag knownTag(ResultSet row, int index) throws SQLException {
        @Nullable UUID group = row.getObject("group_id", UUID.class);
        return new KnownTag(
                new TagId(row.getObject("id", UUID.class)),
                row.getString("wecom_id"),
                Optional.ofNullable(group),
                row.getString("name"),
                row.getLong("sort_order"));
    }

    record KnownGroup(UUID id, String wecomId, String name, long order) {}

    record KnownTag(TagId id, String wecomId, Optional<UUID> group, String name, long order) {}

    record ListedTag(UUID group, CompanyId company, String groupName, TagId id, String name, int customers) {}
}
