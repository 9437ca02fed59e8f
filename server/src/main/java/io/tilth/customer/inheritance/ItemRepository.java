package io.tilth.customer.inheritance;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ItemRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private final TenantJdbc jdbc;

    ItemRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Item> items) {
        jdbc.sql("""
                insert into customer.inheritance_item (tenant_id, id, inheritance_id, customer_id, group_id, wecom_id,
                    name, state, at)
                select :tenant, told.id, told.inheritance_id, told.customer_id, told.group_id, told.wecom_id, told.name,
                    'QUEUED', told.at
                from unnest(cast(:ids as uuid[]), cast(:inheritances as uuid[]), cast(:customers as uuid[]),
                    cast(:groups as uuid[]), cast(:wecoms as text[]), cast(:names as text[]),
                    cast(:ats as timestamptz[]))
                    as told (id, inheritance_id, customer_id, group_id, wecom_id, name, at)
                """)
                .param("ids", Columns.of(items, Item::id))
                .param("inheritances", Columns.of(items, Item::inheritance))
                .param("customers", Columns.of(items, item -> item.customer().map(CustomerId::value)))
                .param("groups", Columns.of(items, Item::group))
                .param("wecoms", Columns.of(items, Item::wecomId))
                .param("names", Columns.of(items, Item::name))
                .param("ats", Columns.of(items, Item::at))
                .update();
    }

    List<Item> page(UUID inheritance, Item.@Nullable State state, Optional<UUID> after, int rows) {
        return jdbc.sql("""
                select id, inheritance_id, customer_id, group_id, wecom_id, name, state, reason, at, effective_at
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = :inheritance and id > :after
                    and (cast(:state as text) is null or state = :state)
                order by id
                limit :rows
                """)
                .param("inheritance", inheritance)
                .param("after", after.orElse(FIRST))
                .param("state", state == null ? null : state.name())
                .param("rows", rows)
                .query(ItemRepository::item)
                .list();
    }

    /** Locked, so that no two callers hand the same one over. */
    List<Item> findAndLock(UUID inheritance, Collection<UUID> ids) {
        return jdbc.sql("""
                select id, inheritance_id, customer_id, group_id, wecom_id, name, state, reason, at, effective_at
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = :inheritance and id = any (cast(:ids as uuid[]))
                order by id
                for update
                """)
                .param("inheritance", inheritance)
                .param("ids", Columns.of(ids, id -> id))
                .query(ItemRepository::item)
                .list();
    }

    /** Takes some that WeCom has not been asked for yet, and notes that it is being asked. */
    List<Item> take(UUID inheritance, boolean groups, int rows, Instant now) {
        var taken = jdbc.sql("""
                select id, inheritance_id, customer_id, group_id, wecom_id, name, state, reason, at, effective_at
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = :inheritance and state = 'QUEUED' and sent_at is null
                    and (group_id is not null) = :groups
                order by id
                limit :rows
                for update
                """)
                .param("inheritance", inheritance)
                .param("groups", groups)
                .param("rows", rows)
                .query(ItemRepository::item)
                .list();
        send(taken, now);
        return taken;
    }

    /** Those for which WeCom was asked and its answer never came. */
    List<Item> unanswered(UUID inheritance) {
        return jdbc.sql("""
                select id, inheritance_id, customer_id, group_id, wecom_id, name, state, reason, at, effective_at
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = :inheritance and state = 'QUEUED'
                    and sent_at is not null
                order by id
                """)
                .param("inheritance", inheritance)
                .query(ItemRepository::item)
                .list();
    }

    List<Item> waiting(UUID inheritance) {
        return jdbc.sql("""
                select id, inheritance_id, customer_id, group_id, wecom_id, name, state, reason, at, effective_at
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = :inheritance and state = 'WAITING'
                order by id
                """)
                .param("inheritance", inheritance)
                .query(ItemRepository::item)
                .list();
    }

    /** Those that wait to go from one member, or to one. */
    List<Item> waiting(CustomerId customer, Optional<MemberId> from, Optional<MemberId> to) {
        return jdbc.sql("""
                select i.id, i.inheritance_id, i.customer_id, i.group_id, i.wecom_id, i.name, i.state, i.reason, i.at,
                    i.effective_at
                from customer.inheritance_item i
                join customer.inheritance h on h.tenant_id = i.tenant_id and h.id = i.inheritance_id
                where i.tenant_id = :tenant and i.customer_id = :customer and i.state = 'WAITING'
                    and (cast(:from as uuid) is null or h.from_id = :from)
                    and (cast(:to as uuid) is null or h.to_id = :to)
                """)
                .param("customer", customer.value())
                .param("from", from.map(MemberId::value).orElse(null))
                .param("to", to.map(MemberId::value).orElse(null))
                .query(ItemRepository::item)
                .list();
    }

    /** WeCom's ids of what is on its way from the member by now. */
    Set<String> underWay(MemberId from) {
        return jdbc.sql("""
                select i.wecom_id
                from customer.inheritance_item i
                join customer.inheritance h on h.tenant_id = i.tenant_id and h.id = i.inheritance_id
                where i.tenant_id = :tenant and h.from_id = :from and i.state in ('QUEUED', 'WAITING')
                """).param("from", from.value()).query(String.class).set();
    }

    int groupsSentTo(MemberId heir, Instant since) {
        return jdbc.sql("""
                select count(*)
                from customer.inheritance_item i
                join customer.inheritance h on h.tenant_id = i.tenant_id and h.id = i.inheritance_id
                where i.tenant_id = :tenant and h.to_id = :heir and i.group_id is not null and i.sent_at >= :since
                """)
                .param("heir", heir.value())
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    void giveBack(List<Item> items) {
        jdbc.sql("""
                update customer.inheritance_item
                set sent_at = null
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(items, Item::id)).update();
    }

    void update(List<Item> items) {
        jdbc.sql("""
                update customer.inheritance_item i
                set state = told.state, reason = told.reason, at = told.at, effective_at = told.effective_at
                from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:reasons as text[]),
                    cast(:ats as timestamptz[]), cast(:effectives as timestamptz[]))
                    as told (id, state, reason, at, effective_at)
                where i.tenant_id = :tenant and i.id = told.id and i.state in ('QUEUED', 'WAITING')
                """)
                .param("ids", Columns.of(items, Item::id))
                .param("states", Columns.of(items, Item::state))
                .param("reasons", Columns.of(items, Item::reason))
                .param("ats", Columns.of(items, Item::at))
                .param("effectives", Columns.of(items, Item::effectiveAt))
                .update();
    }

    /** Another hand-over has taken these up. */
    void reassigned(List<Item> items) {
        jdbc.sql("""
                update customer.inheritance_item
                set state = 'FAILED', reason = 'reassigned'
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(items, Item::id)).update();
    }

    List<Count> counts(Collection<UUID> inheritances) {
        return jdbc.sql("""
                select inheritance_id, group_id is not null as groups, state, count(*) as items
                from customer.inheritance_item
                where tenant_id = :tenant and inheritance_id = any (cast(:ids as uuid[]))
                group by inheritance_id, group_id is not null, state
                """)
                .param("ids", Columns.of(inheritances, id -> id))
                .query((row, index) -> new Count(
                        row.getObject("inheritance_id", UUID.class),
                        row.getBoolean("groups"),
                        Item.State.valueOf(row.getString("state")),
                        row.getInt("items")))
                .list();
    }

    private void send(List<Item> items, Instant now) {
        jdbc.sql("""
                update customer.inheritance_item
                set sent_at = :now
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(items, Item::id))
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("inheritance_id", UUID.class),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                Optional.ofNullable(row.getObject("group_id", UUID.class)),
                row.getString("wecom_id"),
                row.getString("name"),
                Item.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("effective_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    record Count(UUID inheritance, boolean groups, Item.State state, int items) {}
}
