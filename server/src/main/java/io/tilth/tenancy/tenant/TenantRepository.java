package io.tilth.tenancy.tenant;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.tenant.TenantQuery.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class TenantRepository {

    /** One statement for all orders: a few thousand rows are sorted in no time, and the cursor is the same for each. */
    private static final String NEWEST = """
            select id, name, trade, time_zone, plan, state, valid_until, owner_id, suspended_reason, closes_at,
                last_signed_in_at, created_at, version
            from (
                select tenant.*,
                    case :sort when 'VALID_UNTIL' then valid_until
                        when 'LAST_SIGNED_IN' then coalesce(last_signed_in_at, 'epoch')
                        else 'epoch' end as sort_at,
                    case :sort when 'NAME' then name else '' end as sort_name,
                    case :sort when 'NEWEST' then -id else id end as sort_id
                from tenancy.tenant tenant
            ) ordered
            where id > 0
                and (sort_at, sort_name, sort_id) > (:at, :name, :id)
                and (cast(:q as text) is null or strpos(lower(name), lower(:q)) > 0 or cast(id as text) = :q)
                and (cast(:owner as uuid) is null or owner_id = :owner)
                and (cast(:filter as text) is null or state <> 'ERASED' and case :filter
                    when 'TRIAL_ENDING' then plan = 'TRIAL' and valid_until <= :trialEnds
                    when 'EXPIRING' then valid_until <= :expires
                    when 'IDLE' then coalesce(last_signed_in_at, created_at) < :idleSince
                    when 'SUSPENDED' then state = 'SUSPENDED'
                    when 'CLOSING' then closes_at is not null
                    end)
            order by sort_at, sort_name, sort_id
            limit :rows
            """;

    private static final Duration TRIAL_ENDING = Duration.ofDays(7);
    private static final Duration EXPIRING = Duration.ofDays(30);
    private static final Duration IDLE = Duration.ofDays(7);

    private final GlobalJdbc jdbc;

    TenantRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    TenantId nextId() {
        return new TenantId(jdbc.sql("select nextval('tenancy.tenant_id')")
                .query(Long.class)
                .single());
    }

    void insert(Tenant tenant) {
        values(jdbc.sql("""
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, owner_id,
                    suspended_reason, closes_at, created_at, version)
                values (:id, :name, :trade, :timeZone, :plan, :state, :validUntil, :owner,
                    :reason, :closesAt, :createdAt, :version)
                """), tenant)
                .param("createdAt", tenant.createdAt().atOffset(UTC))
                .update();
    }

    void update(Tenant tenant) {
        values(jdbc.sql("""
                update tenancy.tenant
                set name = :name, trade = :trade, time_zone = :timeZone, plan = :plan, state = :state,
                    valid_until = :validUntil, owner_id = :owner, suspended_reason = :reason, closes_at = :closesAt,
                    version = :version
                where id = :id
                """), tenant).update();
    }

    /** Any tenant that was ever given a number, the house too. */
    Optional<Tenant> find(TenantId id) {
        return jdbc.sql("""
                select id, name, trade, time_zone, plan, state, valid_until, owner_id, suspended_reason, closes_at,
                    last_signed_in_at, created_at, version
                from tenancy.tenant
                where id = :id
                """)
                .param("id", id.value())
                .query(TenantRepository::tenant)
                .optional();
    }

    /** Companies about to be changed; nobody else changes them until the transaction ends. Held in one order by all. */
    List<Tenant> hold(Collection<TenantId> ids) {
        return jdbc.sql("""
                select id, name, trade, time_zone, plan, state, valid_until, owner_id, suspended_reason, closes_at,
                    last_signed_in_at, created_at, version
                from tenancy.tenant
                where id = any (:ids) and id > 0
                order by id
                for no key update
                """)
                .param("ids", ids.stream().map(TenantId::value).toArray(Long[]::new))
                .query(TenantRepository::tenant)
                .list();
    }

    List<Tenant> newest(TenantQuery query, Optional<Place> after, Instant now, int rows) {
        return values(jdbc.sql(NEWEST), query, after.orElse(Place.START), now)
                .param("rows", rows)
                .query(TenantRepository::tenant)
                .list();
    }

    /** Every tenant that has not been erased, the house first. */
    List<TenantId> living() {
        return jdbc.sql("""
                select id
                from tenancy.tenant
                where state <> 'ERASED'
                order by id
                """).query(Long.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    /** Writes at most once a minute, so that a morning's rush of sign-ins does not queue on one row. */
    void signedIn(TenantId id, Instant now) {
        jdbc.sql("""
                update tenancy.tenant
                set last_signed_in_at = :now
                where id = :id
                    and (last_signed_in_at is null or last_signed_in_at < :aMinuteAgo)
                """)
                .param("now", now.atOffset(UTC))
                .param("aMinuteAgo", now.minusSeconds(60).atOffset(UTC))
                .param("id", id.value())
                .update();
    }

    private static StatementSpec values(StatementSpec statement, TenantQuery query, Place after, Instant now) {
        return statement
                .param("sort", query.order().name())
                .param("at", after.at().atOffset(UTC))
                .param("name", after.name())
                .param("id", after.id())
                .param(
                        "q",
                        query.q() == null || query.q().isBlank()
                                ? null
                                : query.q().strip())
                .param("owner", query.owner())
                .param("filter", query.filter() == null ? null : query.filter().name())
                .param("trialEnds", now.plus(TRIAL_ENDING).atOffset(UTC))
                .param("expires", now.plus(EXPIRING).atOffset(UTC))
                .param("idleSince", now.minus(IDLE).atOffset(UTC));
    }

    private static StatementSpec values(StatementSpec statement, Tenant tenant) {
        return statement
                .param("id", tenant.id().value())
                .param("name", tenant.name())
                .param("trade", tenant.trade().name())
                .param("timeZone", tenant.timeZone().getId())
                .param("plan", tenant.plan().name())
                .param("state", tenant.state().name())
                .param("validUntil", tenant.validUntil().atOffset(UTC))
                .param("owner", tenant.ownerId().orElse(null))
                .param("reason", tenant.suspendedReason().orElse(null))
                .param(
                        "closesAt",
                        tenant.closesAt().map(moment -> moment.atOffset(UTC)).orElse(null))
                .param("version", tenant.version());
    }

    private static Tenant tenant(ResultSet row, int index) throws SQLException {
        return new Tenant(
                new TenantId(row.getLong("id")),
                row.getString("name"),
                Trade.valueOf(row.getString("trade")),
                ZoneId.of(row.getString("time_zone")),
                Plan.valueOf(row.getString("plan")),
                State.valueOf(row.getString("state")),
                moment(row, "valid_until").orElseThrow(),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                Optional.ofNullable(row.getString("suspended_reason")),
                moment(row, "closes_at"),
                moment(row, "last_signed_in_at"),
                moment(row, "created_at").orElseThrow(),
                row.getInt("version"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
