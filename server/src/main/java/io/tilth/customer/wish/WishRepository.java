package io.tilth.customer.wish;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class WishRepository {

    private final TenantJdbc jdbc;

    WishRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, FollowId follow, Collection<TagId> tags, Optional<String> remark, Instant now) {
        jdbc.sql("""
                insert into customer.follow_wish (tenant_id, id, follow_id, tags, remark, at)
                values (:tenant, :id, :follow, cast(:tags as uuid[]), :remark, :now)
                """)
                .param("id", id)
                .param("follow", follow.value())
                .param("tags", Columns.of(tags, TagId::value))
                .param("remark", remark.orElse(null))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Empty when it is done, or nobody is friends any more. */
    Optional<Wish> find(UUID id) {
        return jdbc.sql("""
                select w.id, w.follow_id, w.remark, w.attempts, f.customer_id, f.member_id, i.company_id,
                    i.external_user_id, c.name
                from customer.follow_wish w
                join customer.follow f on f.tenant_id = w.tenant_id and f.id = w.follow_id and f.state = 'ACTIVE'
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                join customer.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id
                where w.tenant_id = :tenant and w.id = :id
                """).param("id", id).query(this::wish).optional();
    }

    void putOn(FollowId follow, Collection<TagId> tags) {
        jdbc.sql("""
                insert into customer.follow_tag (tenant_id, follow_id, tag_id)
                select :tenant, :follow, t.id
                from customer.tag t
                where t.tenant_id = :tenant and t.id = any (cast(:tags as uuid[]))
                on conflict do nothing
                """)
                .param("follow", follow.value())
                .param("tags", Columns.of(tags, TagId::value))
                .update();
    }

    void remark(FollowId follow, String remark) {
        jdbc.sql("""
                update customer.follow
                set remark = :remark
                where tenant_id = :tenant and id = :id
                """).param("id", follow.value()).param("remark", remark).update();
    }

    void tried(UUID id) {
        jdbc.sql("""
                update customer.follow_wish
                set attempts = attempts + 1
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    void delete(UUID id) {
        jdbc.sql("""
                delete from customer.follow_wish
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    /** Those that should be done by now. */
    List<UUID> before(Instant moment) {
        return jdbc.sql("""
                select id
                from customer.follow_wish
                where tenant_id = :tenant and at < :moment
                """)
                .param("moment", moment.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    private Wish wish(ResultSet row, int index) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Wish(
                id,
                new FollowId(row.getObject("follow_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("external_user_id"),
                tags(id),
                Optional.ofNullable(row.getString("remark")),
                row.getString("name"),
                row.getInt("attempts"));
    }

    private List<Wish.Tag> tags(UUID id) {
        return jdbc.sql("""
                select t.id, t.wecom_id
                from customer.follow_wish w
                join customer.tag t on t.tenant_id = w.tenant_id and t.id = any (w.tags)
                where w.tenant_id = :tenant and w.id = :id
                order by t.id
                """)
                .param("id", id)
                .query((row, index) ->
                        new Wish.Tag(new TagId(row.getObject("id", UUID.class)), row.getString("wecom_id")))
                .list();
    }
}
