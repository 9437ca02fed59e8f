package io.tilth.customer.follow;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Customers as companies know them. Whoever changes anything about a customer holds the identity first. */
@Repository
class IdentityRepository {

    private final TenantJdbc jdbc;

    IdentityRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of them that exist; nobody else changes them meanwhile. Held in one order by all. */
    List<Identity> hold(CompanyId company, Collection<String> externalUserIds) {
        return jdbc.sql("""
                select id, external_user_id, customer_id, news, touched_at
                from customer.identity
                where tenant_id = :tenant and company_id = :company and external_user_id = any (:externals)
                order by id
                for no key update
                """)
                .param("company", company.value())
                .param("externals", externalUserIds.toArray(String[]::new))
                .query(IdentityRepository::identity)
                .list();
    }

    /** As {@link #hold}, and notes that news of them are taken in. */
    List<Identity> touch(CompanyId company, Collection<String> externalUserIds, Instant now) {
        return jdbc.sql("""
                with held as (
                    select id
                    from customer.identity
                    where tenant_id = :tenant and company_id = :company and external_user_id = any (:externals)
                    order by id
                    for no key update
                )
                update customer.identity i
                set news = i.news + 1, touched_at = :now
                from held
                where i.tenant_id = :tenant and i.id = held.id
                returning i.id, i.external_user_id, i.customer_id, i.news, i.touched_at
                """)
                .param("company", company.value())
                .param("externals", externalUserIds.toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .query(IdentityRepository::identity)
                .list();
    }

    /** Makes those that nobody else has made meanwhile, in one order by all. */
    void insert(CompanyId company, Map<String, CustomerId> customers, Instant now) {
        var externals = customers.keySet().stream().sorted().toList();
        jdbc.sql("""
                insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                select :tenant, told.id, :company, told.external, told.customer, :now
                from unnest(cast(:ids as uuid[]), cast(:externals as text[]), cast(:customers as uuid[]))
                    as told (id, external, customer)
                on conflict do nothing
                """)
                .param("company", company.value())
                .param("now", now.atOffset(UTC))
                .param("ids", Columns.of(externals, external -> Ids.next()))
                .param("externals", Columns.of(externals, external -> external))
                .param(
                        "customers",
                        Columns.of(
                                externals,
                                external ->
                                        requireNonNull(customers.get(external)).value()))
                .update();
    }

    private static Identity identity(ResultSet row, int index) throws SQLException {
        return new Identity(
                row.getObject("id", UUID.class),
                row.getString("external_user_id"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getInt("news"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }
}
