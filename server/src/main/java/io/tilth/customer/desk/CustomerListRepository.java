package io.tilth.customer.desk;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.desk.CustomerFilter.Standing;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Customers as people look them up; the newest first. */
@Repository
class CustomerListRepository {

    private static final String LISTED = """
            select c.id, c.name, c.avatar, c.type, c.corp_name, c.existing, c.added_at, c.lost_at
            from customer.customer c
            where c.tenant_id = :tenant and c.added_at is not null
            """;

    private static final String SEEN = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = any (cast(:seen as uuid[])))
            """;

    private static final String SEEN_FOLLOWED = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = any (cast(:seen as uuid[])) and f.state = 'ACTIVE')
            """;

    private static final String SEEN_LOST = SEEN_FOLLOWED.replace("c.id in", "c.id not in");

    private static final String FOLLOWED_BY = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = :member and f.state = 'ACTIVE')
            """;

    private static final String TAGGED = """
            and c.id in (
                select f.customer_id
                from customer.follow_tag t
                join customer.follow f on f.tenant_id = t.tenant_id and f.id = t.follow_id
                where t.tenant_id = :tenant and t.tag_id = :tag and f.state = 'ACTIVE')
            """;

    /** Remarks and numbers belong to a follow, so only those in sight are searched. */
    private static final String NAMED = """
            and (strpos(lower(c.name), lower(:q)) > 0
                or c.id in (
                    select f.customer_id
                    from customer.follow f
                    where f.tenant_id = :tenant and (:everybody or f.member_id = any (cast(:seen as uuid[])))
                        and (strpos(lower(f.remark), lower(:q)) > 0
                            or (:digits and strpos(array_to_string(f.mobiles, ','), :q) > 0))))
            """;

    private final TenantJdbc jdbc;

    CustomerListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen the members whose customers the caller sees; empty for all */
    List<ListedCustomer> search(CustomerFilter filter, Optional<Set<MemberId>> seen, Place after, int rows) {
        var q = filter.q() == null ? "" : filter.q().strip();
        var statement = jdbc.sql(statement(filter, q, seen.isEmpty()))
                .param("at", after.addedAt().atOffset(UTC))
                .param("id", after.id())
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("q", q)
                .param("digits", q.matches("\\d{4,}"))
                .param(
                        "member",
                        filter.member() == null ? null : filter.member().value())
                .param("tag", filter.tag() == null ? null : filter.tag().value())
                .param("rows", rows);
        return statement.query(CustomerListRepository::listed).list();
    }

    private static String statement(CustomerFilter filter, String q, boolean everybody) {
        var parts = new ArrayList<>(List.of(LISTED, "and (c.added_at, c.id) < (:at, :id)\n"));
        if (everybody) {
            if (filter.state() != null) {
                parts.add(filter.state() == Standing.LOST ? "and c.lost_at is not null\n" : "and c.lost_at is null\n");
            }
        } else {
            parts.add(filter.state() == Standing.FOLLOWED ? SEEN_FOLLOWED : SEEN);
            parts.add(filter.state() == Standing.LOST ? SEEN_LOST : "");
        }
        parts.add(filter.member() == null ? "" : FOLLOWED_BY);
        parts.add(filter.tag() == null ? "" : TAGGED);
        parts.add(q.isEmpty() ? "" : NAMED);
        parts.add("order by c.added_at desc, c.id desc limit :rows");
        return String.join("", parts);
    }

    Optional<ListedCustomer> find(CustomerId id) {
        return jdbc.sql(LISTED + "and c.id = :id")
                .param("id", id.value())
                .query(CustomerListRepository::listed)
                .optional();
    }

    private static ListedCustomer listed(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime lost = row.getObject("lost_at", OffsetDateTime.class);
        return new ListedCustomer(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("avatar"),
                row.getInt("type"),
                row.getString("corp_name"),
                row.getBoolean("existing"),
                List.of(),
                0,
                List.of(),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                lost == null ? null : lost.toInstant());
    }

    /** Where a page begins: after this customer. */
    record Place(Instant addedAt, UUID id) {

        static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Place of(String text) {
            var parts = text.split("/", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        static String text(ListedCustomer customer) {
            return customer.addedAt() + "/" + customer.id().value();
        }
    }
}
