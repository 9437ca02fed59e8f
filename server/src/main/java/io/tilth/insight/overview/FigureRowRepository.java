package io.tilth.insight.overview;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelId;
import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.insight.overview.Period.Stretch;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The very rows that a figure counts. */
@Repository
class FigureRowRepository {

    private static final String OF_SHOP = """
            and r.member_id in (
                select s.member_id
                from directory.shop_member s
                where s.tenant_id = :tenant and s.shop_id = :shop)
            """;

    private static final String BY_CHANNEL = """
            exists (
                select 1
                from customer.came_by c
                where c.tenant_id = :tenant and c.customer_id = r.customer_id
                    and c.channel_id = any (cast(:channels as uuid[])))
            """;

    private final TenantJdbc jdbc;

    FigureRowRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Row> rows(Figure figure, Stretch span, Sight sight, Behind behind, Optional<Row> after, int rows) {
        var statement = FigureRepository.seen(
                        jdbc.sql("select r.id, r.customer_id, r.member_id, r.at, r.material_id\nfrom ("
                                + counted(figure, behind) + ") r\n" + """
                        where (r.at, r.id) < (:after, cast(:after_id as uuid))
                        order by r.at desc, r.id desc
                        limit :rows
                        """),
                        span,
                        sight)
                .param("after", after.map(Row::at).orElse(span.to()).atOffset(UTC))
                .param("after_id", after.map(Row::id).orElse(new UUID(-1L, -1L)))
                .param("rows", rows);
        behind.shop().ifPresent(shop -> statement.param("shop", shop.value()));
        behind.channels()
                .or(behind::but)
                .ifPresent(some -> statement.param("channels", Columns.of(some, ChannelId::value)));
        return statement
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("customer_id", UUID.class))
                                .map(CustomerId::new),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("material_id", UUID.class))
                                .map(MaterialId::new)))
                .list();
    }

    private static String counted(Figure figure, Behind behind) {
        return "select " + (figure.isOfPeople() ? "distinct on (r.customer_id) " : "")
                + "r.id, r.customer_id, r.member_id, r.at, " + figure.material() + FigureRepository.from(figure)
                + FigureRepository.IN_SIGHT
                + behind.shop().map(any -> OF_SHOP).orElse("")
                + behind.channels().map(any -> "and " + BY_CHANNEL).orElse("")
                + behind.but().map(any -> "and not " + BY_CHANNEL).orElse("")
                + (figure.isOfPeople() ? "order by r.customer_id, r.at, r.id" : "");
    }

    record Row(UUID id, Optional<CustomerId> customer, MemberId member, Instant at, Optional<MaterialId> material) {}
}
