package io.tilth.tracking.visit;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.VisitorId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ShareId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class HopRepository {

    private final TenantJdbc jdbc;

    HopRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Hop> ofToken(ShareId share, String token) {
        return jdbc.sql("""
                select id, token, share_id, visitor_id, via_id
                from tracking.hop
                where tenant_id = :tenant and share_id = :share and token = :token
                """)
                .param("share", share.value())
                .param("token", token)
                .query(HopRepository::hop)
                .optional();
    }

    Optional<Hop> of(ShareId share, VisitorId visitor) {
        return jdbc.sql("""
                select id, token, share_id, visitor_id, via_id
                from tracking.hop
                where tenant_id = :tenant and share_id = :share and visitor_id = :visitor
                """)
                .param("share", share.value())
                .param("visitor", visitor.value())
                .query(HopRepository::hop)
                .optional();
    }

    List<Hop> findAll(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, token, share_id, visitor_id, via_id
                from tracking.hop
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, id -> id))
                .query(HopRepository::hop)
                .list();
    }

    void insert(Hop hop, Instant now) {
        jdbc.sql("""
                insert into tracking.hop (tenant_id, id, token, share_id, visitor_id, via_id, made_at)
                values (:tenant, :id, :token, :share, :visitor, :via, :now)
                on conflict do nothing
                """)
                .param("id", hop.id())
                .param("token", hop.token())
                .param("share", hop.share().value())
                .param("visitor", hop.visitor().value())
                .param("via", hop.via().orElse(null))
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static Hop hop(ResultSet row, int index) throws SQLException {
        return new Hop(
                row.getObject("id", UUID.class),
                row.getString("token"),
                new ShareId(row.getObject("share_id", UUID.class)),
                new VisitorId(row.getObject("visitor_id", UUID.class)),
                Optional.ofNullable(row.getObject("via_id", UUID.class)));
    }
}
