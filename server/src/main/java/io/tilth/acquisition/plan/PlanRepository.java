package io.tilth.acquisition.plan;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.directory.ShopId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Plans and the codes that were made from them. */
@Repository
class PlanRepository {

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    PlanRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when another has this name. */
    boolean insert(Plan plan, UUID by, Instant now) {
        return jdbc.sql("""
                insert into acquisition.plan (tenant_id, id, company_id, name, template, created_by, created_at)
                values (:tenant, :id, :company, :name, cast(:template as jsonb), :by, :now)
                on conflict do nothing
                """)
                        .param("id", plan.id().value())
                        .param("company", plan.company().value())
                        .param("name", plan.name())
                        .param("template", json.writeValueAsString(plan.template()))
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** False when it has another version by now. */
    boolean update(Plan plan) {
        return jdbc.sql("""
                update acquisition.plan
                set name = :name, template = cast(:template as jsonb), version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", plan.id().value())
                        .param("name", plan.name())
                        .param("template", json.writeValueAsString(plan.template()))
                        .param("version", plan.version())
                        .update()
                == 1;
    }

    Optional<Plan> find(PlanId id) {
        return jdbc.sql("""
                select id, company_id, template, version
                from acquisition.plan
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).query(this::plan).optional();
    }

    /** Nobody else applies it or takes it back meanwhile. */
    Optional<Plan> hold(PlanId id) {
        return jdbc.sql("""
                select id, company_id, template, version
                from acquisition.plan
                where tenant_id = :tenant and id = :id
                for update
                """).param("id", id.value()).query(this::plan).optional();
    }

    boolean nameTaken(PlanId other, String name) {
        return jdbc.sql("""
                select exists (select 1 from acquisition.plan where tenant_id = :tenant and name = :name and id <> :id)
                """)
                .param("name", name)
                .param("id", other.value())
                .query(Boolean.class)
                .single();
    }

    /** The newest first. */
    List<Plan> all() {
        return jdbc.sql("""
                select id, company_id, template, version
                from acquisition.plan
                where tenant_id = :tenant
                order by id desc
                limit 500
                """).query(this::plan).list();
    }

    void delete(PlanId id) {
        jdbc.sql("""
                delete from acquisition.plan
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    List<Sown> sown(PlanId plan) {
        return jdbc.sql("""
                select shop_id, code_id, sown, dropped
                from acquisition.plan_code
                where tenant_id = :tenant and plan_id = :plan
                """).param("plan", plan.value()).query(this::row).list();
    }

    /** Which codes belong to which plan. */
    List<Owned> owned() {
        return jdbc.sql("""
                select plan_id, code_id
                from acquisition.plan_code
                where tenant_id = :tenant and not dropped
                """)
                .query((row, index) -> new Owned(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        new ChannelCodeId(row.getObject("code_id", UUID.class))))
                .list();
    }

    /** The shops of these codes. */
    List<OfShop> ownedOf(Collection<ChannelCodeId> codes) {
        return jdbc.sql("""
                select pc.code_id, pc.shop_id, p.company_id
                from acquisition.plan_code pc
                join acquisition.plan p on p.tenant_id = pc.tenant_id and p.id = pc.plan_id
                where pc.tenant_id = :tenant and pc.code_id = any (cast(:codes as uuid[]))
                """)
                .param("codes", Columns.of(codes, ChannelCodeId::value))
                .query((row, index) -> new OfShop(
                        new ChannelCodeId(row.getObject("code_id", UUID.class)),
                        new ShopId(row.getObject("shop_id", UUID.class)),
                        new CompanyId(row.getObject("company_id", UUID.class))))
                .list();
    }

    void keep(PlanId plan, Collection<Sown> some) {
        jdbc.sql("""
                insert into acquisition.plan_code (tenant_id, plan_id, shop_id, code_id, sown, dropped)
                select :tenant, :plan, told.shop, told.code, told.sown, told.dropped
                from unnest(cast(:shops as uuid[]), cast(:codes as uuid[]), cast(:sown as jsonb[]),
                    cast(:dropped as boolean[])) as told (shop, code, sown, dropped)
                on conflict (tenant_id, plan_id, shop_id) do update
                set code_id = excluded.code_id, sown = excluded.sown, dropped = excluded.dropped
                """)
                .param("plan", plan.value())
                .param("shops", Columns.of(some, one -> one.shop().value()))
                .param("codes", Columns.of(some, one -> one.code().value()))
                .param("sown", Columns.of(some, one -> json.writeValueAsString(one.spec())))
                .param("dropped", Columns.of(some, Sown::dropped))
                .update();
    }

    private Sown row(ResultSet row, int index) throws SQLException {
        return new Sown(
                new ShopId(row.getObject("shop_id", UUID.class)),
                new ChannelCodeId(row.getObject("code_id", UUID.class)),
                json.readValue(row.getString("sown"), CodeSpec.class),
                row.getBoolean("dropped"));
    }

    private Plan plan(ResultSet row, int index) throws SQLException {
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                json.readValue(row.getString("template"), PlanTemplate.class),
                row.getInt("version"));
    }

    record OfShop(ChannelCodeId code, ShopId shop, CompanyId company) {}

    record Owned(PlanId plan, ChannelCodeId code) {}
}
