package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Shares as people look them up; the newest first. */
@Repository
class ShareListRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String LISTED = """
            select id, material_id, member_id, customer_id, way, state, made_at, sent_at
            from tracking.share
            where tenant_id = :tenant and id < :before
            """;

    private final TenantJdbc jdbc;

    ShareListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list of shares is narrowed to. */
    record Wanted(Optional<MaterialId> material, Optional<MemberId> member, Optional<CustomerId> customer) {}

    record Row(
            ShareId id,
            MaterialId material,
            MemberId member,
            Optional<CustomerId> customer,
            Way way,
            ListedShare.State state,
            Instant madeAt,
            Optional<Instant> sentAt) {}

    /** @param visits by everybody; {@code readers} are devices, {@code forwards} those that came by somebody's own address */
    record Sum(ShareId share, int visits, int readers, int forwards, int seconds, Instant lastAt) {}

    /** @param seen the members whose shares the caller sees; empty for all */
    List<Row> list(Wanted wanted, Optional<Set<MemberId>> seen, Optional<UUID> before, int rows) {
        var sql = new StringBuilder(LISTED);
        wanted.material().ifPresent(any -> sql.append("and material_id = :material\n"));
        wanted.member().ifPresent(any -> sql.append("and member_id = :member\n"));
        wanted.customer().ifPresent(any -> sql.append("and customer_id = :customer\n"));
        seen.ifPresent(any -> sql.append("and member_id = any (cast(:seen as uuid[]))\n"));
        var statement = jdbc.sql(sql.append("order by id desc\nlimit :rows").toString())
                .param("before", before.orElse(LAST))
                .param("rows", rows);
        wanted.material().ifPresent(id -> statement.param("material", id.value()));
        wanted.member().ifPresent(id -> statement.param("member", id.value()));
        wanted.customer().ifPresent(id -> statement.param("customer", id.value()));
        seen.ifPresent(ids -> statement.param("seen", Columns.of(ids, MemberId::value)));
        return statement.query(ShareListRepository::row).list();
    }

    Optional<Row> find(ShareId share) {
        return jdbc.sql("""
                select id, material_id, member_id, customer_id, way, state, made_at, sent_at
                from tracking.share
                where tenant_id = :tenant and id = :id
                """)
                .param("id", share.value())
                .query(ShareListRepository::row)
                .optional();
    }

    Map<ShareId, Sum> sums(Collection<ShareId> shares) {
        return jdbc
                .sql("""
                select share_id, count(*) as visits, count(distinct visitor_id) as readers,
                    count(distinct visitor_id) filter (where via_id is not null) as forwards,
                    sum(seconds) as seconds, max(last_at) as last_at
                from tracking.visit
                where tenant_id = :tenant and share_id = any (cast(:shares as uuid[]))
                group by share_id
                """)
                .param("shares", Columns.of(shares, ShareId::value))
                .query((row, index) -> new Sum(
                        new ShareId(row.getObject("share_id", UUID.class)),
                        row.getInt("visits"),
                        row.getInt("readers"),
                        row.getInt("forwards"),
                        row.getInt("seconds"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::share, Function.identity()));
    }

    /** How often each material was sent. */
    Map<MaterialId, Long> sent(Collection<MaterialId> materials) {
        return counts(materials, """
                select material_id, count(*) as times
                from tracking.share
                where tenant_id = :tenant and material_id = any (cast(:materials as uuid[])) and state = 'SENT'
                group by material_id
                """);
    }

    /** How often each material was opened. */
    Map<MaterialId, Long> opened(Collection<MaterialId> materials) {
        return counts(materials, """
                select s.material_id, count(*) as times
                from tracking.share s
                join tracking.visit v on v.tenant_id = s.tenant_id and v.share_id = s.id
                where s.tenant_id = :tenant and s.material_id = any (cast(:materials as uuid[]))
                group by s.material_id
                """);
    }

    private Map<MaterialId, Long> counts(Collection<MaterialId> materials, String statement) {
        record Pair(MaterialId material, long times) {}
        return jdbc
                .sql(statement)
                .param("materials", Columns.of(materials, MaterialId::value))
                .query((row, index) ->
                        new Pair(new MaterialId(row.getObject("material_id", UUID.class)), row.getLong("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::material, Pair::times));
    }

    /** Which of these materials each of the customers has read. */
    Map<CustomerId, Set<MaterialId>> read(Collection<CustomerId> customers, Collection<MaterialId> materials) {
        record Row(CustomerId customer, MaterialId material) {}
        return jdbc
                .sql("""
                select distinct customer_id, material_id
                from tracking.visit
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                    and material_id = any (cast(:materials as uuid[]))
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .param("materials", Columns.of(materials, MaterialId::value))
                .query((row, index) -> new Row(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new MaterialId(row.getObject("material_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::customer, Collectors.mapping(Row::material, Collectors.toSet())));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new ShareId(row.getObject("id", UUID.class)),
                new MaterialId(row.getObject("material_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                Way.valueOf(row.getString("way")),
                ListedShare.State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
