package io.tilth.tracking.share;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.Shares.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class ShareRepository {

    private final TenantJdbc jdbc;

    ShareRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Sent made) {
        jdbc.sql("""
                insert into tracking.share
                    (tenant_id, id, code, material_id, member_id, customer_id, way, state, made_at)
                values (:tenant, :id, :code, :material, :member, :customer, :way, 'MADE', :now)
                """)
                .param("id", made.id().value())
                .param("code", made.code())
                .param("material", made.material().value())
                .param("member", made.sender().value())
                .param("customer", made.meant().map(CustomerId::value).orElse(null))
                .param("way", made.way().name())
                .param("now", made.madeAt().atOffset(UTC))
                .update();
    }

    /** Once it was sent, it stays so. */
    void sent(ShareId share, Instant now) {
        jdbc.sql("""
                update tracking.share
                set state = 'SENT', sent_at = :now
                where tenant_id = :tenant and id = :id and state <> 'SENT'
                """).param("id", share.value()).param("now", now.atOffset(UTC)).update();
    }

    void cancel(ShareId share) {
        jdbc.sql("""
                update tracking.share
                set state = 'CANCELLED'
                where tenant_id = :tenant and id = :id and state = 'MADE'
                """).param("id", share.value()).update();
    }

    Optional<Sent> ofCode(String code) {
        return jdbc.sql("""
                select id, code, material_id, member_id, customer_id, way, made_at
                from tracking.share
                where tenant_id = :tenant and code = :code and state <> 'CANCELLED'
                """).param("code", code).query(ShareRepository::sent).optional();
    }

    Map<ShareId, Sent> findAll(Collection<ShareId> ids) {
        return jdbc.sql("""
                select id, code, material_id, member_id, customer_id, way, made_at
                from tracking.share
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(ids, ShareId::value)).query(ShareRepository::sent).list().stream()
                .collect(Collectors.toMap(Sent::id, Function.identity()));
    }

    void move(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update tracking.share
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("gone", gone.value()).param("into", into.value()).update();
    }

    private static Sent sent(ResultSet row, int index) throws SQLException {
        return new Sent(
                new ShareId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new MaterialId(row.getObject("material_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                Way.valueOf(row.getString("way")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
