package io.tilth.customer.desk;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.desk.ListedCustomer.NamedPlace;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Customers as people look them up; the newest first. */
@Repository
class CustomerListRepository {

    private static final String LISTED = """
            select c.id, c.name, c.avatar, c.type, c.corp_name, c.existing, c.added_at, c.lost_at, st.id as stage_id,
                st.name as stage_name, o.id as origin_id, o.name as origin_name, sc.read_at
            from customer.customer c
            left join customer.stage st on st.tenant_id = c.tenant_id and st.id = c.stage_id
            left join customer.origin o on o.tenant_id = c.tenant_id and o.id = c.origin_id
            left join customer.score sc on sc.tenant_id = c.tenant_id and sc.customer_id = c.id
            where c.tenant_id = :tenant and c.added_at is not null
            """;

    private final TenantJdbc jdbc;

    CustomerListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<ListedCustomer> search(CustomerConditions conditions, Place after, int rows) {
        var statement = LISTED
                + "and (c.added_at, c.id) < (:at, :id)\n"
                + conditions.statement()
                + "order by c.added_at desc, c.id desc limit :rows";
        return jdbc.sql(statement)
                .params(conditions.values())
                .param("at", after.addedAt().atOffset(UTC))
                .param("id", after.id())
                .param("rows", rows)
                .query(CustomerListRepository::listed)
                .list();
    }

    Optional<ListedCustomer> find(CustomerId id) {
        return jdbc.sql(LISTED + "and c.id = :id")
                .param("id", id.value())
                .query(CustomerListRepository::listed)
                .optional();
    }

    private static ListedCustomer listed(ResultSet row, int index) throws SQLException {
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
                requireNonNull(moment(row, "added_at")),
                moment(row, "lost_at"),
                0,
                Grade.ASLEEP,
                named(row, "stage"),
                named(row, "origin"),
                moment(row, "read_at"),
                false,
                null);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable NamedPlace named(ResultSet row, String what) throws SQLException {
        @Nullable UUID id = row.getObject(what + "_id", UUID.class);
        return id == null ? null : new NamedPlace(id, row.getString(what + "_name"));
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
