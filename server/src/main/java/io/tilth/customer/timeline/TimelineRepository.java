package io.tilth.customer.timeline;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Timeline.Entry;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TimelineRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;
    private final JsonMapper json;

    TimelineRepository(TenantJdbc jdbc, GlobalJdbc global, JsonMapper json) {
        this.jdbc = jdbc;
        this.global = global;
        this.json = json;
    }

    void insert(Collection<Entry> entries) {
        store(entries, "on conflict do nothing");
    }

    /** Whose it is may have changed, too: a reader turned out to be somebody else. */
    void put(Collection<Entry> entries) {
        store(entries, """
                on conflict (tenant_id, id) do update
                set customer_id = excluded.customer_id, member_id = excluded.member_id, detail = excluded.detail
                """);
    }

    private void store(Collection<Entry> entries, String otherwise) {
        jdbc.sql("""
                insert into customer.interaction (tenant_id, id, customer_id, kind, member_id, detail)
                select :tenant, told.id, told.customer, told.kind, told.member, cast(told.detail as jsonb)
                from unnest(cast(:ids as uuid[]), cast(:customers as uuid[]), cast(:kinds as text[]),
                    cast(:members as uuid[]), cast(:details as text[])) as told (id, customer, kind, member, detail)
                """ + otherwise)
                .param("ids", Columns.of(entries, Entry::id))
                .param("customers", Columns.of(entries, one -> one.customer().value()))
                .param("kinds", Columns.of(entries, Entry::kind))
                .param("members", Columns.of(entries, one -> one.member().map(MemberId::value)))
                .param("details", Columns.of(entries, one -> json.writeValueAsString(one.detail())))
                .update();
    }

    /** The newest first, those before the given id, of these members and of nobody in particular. */
    List<Row> newest(CustomerId customer, Optional<Set<MemberId>> seen, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, kind, member_id, detail
                from customer.interaction
                where tenant_id = :tenant and customer_id = :customer and id < :before
                    and (:everybody or member_id is null or member_id = any (cast(:seen as uuid[])))
                order by id desc
                limit :rows
                """)
                .param("customer", customer.value())
                .param("before", before.orElse(LAST))
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    /** Makes room for the year to come. */
    void extend() {
        global.sql("call customer.extend_interactions()").update();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        var id = row.getObject("id", UUID.class);
        @Nullable UUID member = row.getObject("member_id", UUID.class);
        return new Row(
                id,
                row.getString("kind"),
                Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16),
                Optional.ofNullable(member).map(MemberId::new),
                json.readValue(row.getString("detail"), new TypeReference<Map<String, Object>>() {}));
    }

    record Row(UUID id, String kind, Instant at, Optional<MemberId> member, Map<String, Object> detail) {}
}
