package io.tilth.tracking.reach;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Visiting.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class LeftContactRepository {

    private static final UUID LAST = new UUID(-1, -1);

    private final TenantJdbc jdbc;

    LeftContactRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    int before(Reader reader) {
        return jdbc.sql("""
                select count(*)
                from tracking.left_contact
                where tenant_id = :tenant and visitor_id = :visitor and share_id = :share
                """)
                .param("visitor", reader.visitor().value())
                .param("share", reader.share().value())
                .query(Integer.class)
                .single();
    }

    UUID insert(LeftContact contact, Reader reader, MemberId member) {
        var id = Ids.next();
        jdbc.sql("""
                insert into tracking.left_contact (tenant_id, id, share_id, visitor_id, customer_id,
                    member_id, name, phone)
                values (:tenant, :id, :share, :visitor, :customer, :member, :name, :phone)
                """)
                .param("id", id)
                .param("share", reader.share().value())
                .param("visitor", reader.visitor().value())
                .param("customer", reader.customer().map(CustomerId::value).orElse(null))
                .param("member", member.value())
                .param("name", contact.name())
                .param("phone", contact.phone())
                .update();
        return id;
    }

    /** The newest first, of these members. */
    List<Row> newest(Optional<Set<MemberId>> seen, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, share_id, customer_id, member_id, name, phone
                from tracking.left_contact
                where tenant_id = :tenant and id < :before
                    and (:everybody or member_id = any (cast(:seen as uuid[])))
                order by id desc
                limit :rows
                """)
                .param("before", before.orElse(LAST))
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("rows", rows)
                .query(LeftContactRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        @Nullable UUID customer = row.getObject("customer_id", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                new ShareId(row.getObject("share_id", UUID.class)),
                Optional.ofNullable(customer).map(CustomerId::new),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("name"),
                row.getString("phone"));
    }

    record Row(UUID id, ShareId share, Optional<CustomerId> customer, MemberId member, String name, String phone) {}
}
