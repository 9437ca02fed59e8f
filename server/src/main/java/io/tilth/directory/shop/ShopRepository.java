package io.tilth.directory.shop;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops;
import io.tilth.directory.shop.ListedShop.LedBy;
import io.tilth.directory.shop.ListedShop.OfDepartment;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ShopRepository {

    private static final String LISTED = """
            select s.id, s.code, s.name, s.city, s.address, s.version, d.id as department_id,
                d.name as department_name, m.id as manager_id,
                coalesce(m.display_name, m.name, m.user_id) as manager_name,
                (select count(*)
                    from directory.membership ms
                    join directory.member w on w.tenant_id = ms.tenant_id and w.id = ms.member_id
                    where ms.tenant_id = s.tenant_id and ms.department_id = s.department_id
                        and w.left_at is null) as members
            from directory.shop s
            left join directory.department d on d.tenant_id = s.tenant_id and d.id = s.department_id
            left join directory.member m on m.tenant_id = s.tenant_id and m.id = s.manager_id
            where s.tenant_id = :tenant
            """;

    private final TenantJdbc jdbc;

    ShopRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their codes. */
    List<ListedShop> search(String q, String afterCode, int rows) {
        return jdbc.sql(LISTED + """
                    and s.code > :after
                    and (strpos(lower(s.name), lower(:q)) > 0 or strpos(lower(s.code), lower(:q)) > 0
                        or strpos(lower(s.city), lower(:q)) > 0)
                order by s.code
                limit :rows
                """)
                .param("after", afterCode)
                .param("q", q)
                .param("rows", rows)
                .query(ShopRepository::listed)
                .list();
    }

    Optional<ListedShop> find(ShopId id) {
        return jdbc.sql(LISTED + " and s.id = :id")
                .param("id", id.value())
                .query(ShopRepository::listed)
                .optional();
    }

    /** Where the member works. */
    Optional<Shops.Place> of(MemberId member) {
        return jdbc.sql("""
                select s.id, s.name, s.city, s.address, m.phone
                from directory.membership ms
                join directory.shop s on s.tenant_id = ms.tenant_id and s.department_id = ms.department_id
                left join directory.member m on m.tenant_id = s.tenant_id and m.id = s.manager_id
                where ms.tenant_id = :tenant and ms.member_id = :member
                order by s.code
                limit 1
                """)
                .param("member", member.value())
                .query((row, index) -> new Shops.Place(
                        new ShopId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("address"),
                        Optional.ofNullable(row.getString("phone"))))
                .optional();
    }

    List<Shops.Named> within(Optional<Set<MemberId>> sight) {
        return jdbc.sql("""
                select s.id, s.name, s.manager_id
                from directory.shop s
                where s.tenant_id = :tenant and (:everybody
                    or exists (
                        select 1
                        from directory.membership ms
                        where ms.tenant_id = s.tenant_id and ms.department_id = s.department_id
                            and ms.member_id = any (cast(:sight as uuid[]))))
                order by s.code
                """)
                .param("everybody", sight.isEmpty())
                .param("sight", Columns.of(sight.orElse(Set.of()), MemberId::value))
                .query((row, index) -> new Shops.Named(
                        new ShopId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("manager_id", UUID.class))
                                .map(MemberId::new)))
                .list();
    }

    List<MemberId> staff(Optional<ShopId> shop, int most) {
        return jdbc.sql("""
                select m.id
                from directory.member m
                where m.tenant_id = :tenant and m.left_at is null
                    and ((cast(:shop as uuid) is null and m.has_customers)
                        or exists (
                            select 1
                            from directory.shop s
                            join directory.membership ms
                                on ms.tenant_id = s.tenant_id and ms.department_id = s.department_id
                            where s.tenant_id = :tenant and s.id = cast(:shop as uuid) and ms.member_id = m.id))
                order by coalesce(m.display_name, m.name, m.user_id), m.id
                limit :most
                """)
                .param("shop", shop.map(ShopId::value).orElse(null))
                .param("most", most)
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Another shop with this code or this department. */
    Optional<ShopId> findRival(Shop shop) {
        return jdbc.sql("""
                select id
                from directory.shop
                where tenant_id = :tenant and id <> :id and (code = :code or department_id = cast(:department as uuid))
                limit 1
                """)
                .param("id", shop.id().value())
                .param("code", shop.code())
                .param("department", shop.department().map(DepartmentId::value).orElse(null))
                .query((row, index) -> new ShopId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** False when there is no such department or manager here. */
    boolean knows(Shop shop) {
        return jdbc.sql("""
                select (cast(:department as uuid) is null
                        or exists (select 1 from directory.department d
                            where d.tenant_id = :tenant and d.id = cast(:department as uuid)))
                    and (cast(:manager as uuid) is null
                        or exists (select 1 from directory.member m
                            where m.tenant_id = :tenant and m.id = cast(:manager as uuid)))
                """)
                .param("department", shop.department().map(DepartmentId::value).orElse(null))
                .param("manager", shop.manager().map(MemberId::value).orElse(null))
                .query(Boolean.class)
                .single();
    }

    /** The department of that name that is no shop yet, and who leads it. */
    Optional<Free> free(CompanyId company, String department) {
        return jdbc.sql("""
                select d.id, min(m.member_id::text) as leader
                from directory.department d
                left join directory.membership m
                    on m.tenant_id = d.tenant_id and m.department_id = d.id and m.leads
                where d.tenant_id = :tenant and d.company_id = :company and d.name = :name
                    and not exists (
                        select 1
                        from directory.shop s
                        where s.tenant_id = :tenant and s.department_id = d.id)
                group by d.id
                limit 1
                """)
                .param("company", company.value())
                .param("name", department)
                .query((row, index) -> new Free(
                        new DepartmentId(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getString("leader")).map(MemberId::of)))
                .optional();
    }

    record Free(DepartmentId id, Optional<MemberId> leader) {}

    /** False when somebody opened one with this code or department at the same moment. */
    boolean insert(Shop shop) {
        return values(jdbc.sql("""
                insert into directory.shop (tenant_id, id, code, name, city, address, department_id, manager_id)
                values (:tenant, :id, :code, :name, :city, :address, :department, :manager)
                on conflict do nothing
                """), shop).update() == 1;
    }

    /** False when the shop has another version by now. */
    boolean update(Shop shop) {
        return values(jdbc.sql("""
                update directory.shop
                set code = :code, name = :name, city = :city, address = :address, department_id = :department,
                    manager_id = :manager, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """), shop).param("version", shop.version()).update() == 1;
    }

    void delete(ShopId id) {
        jdbc.sql("""
                delete from directory.shop
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    private static StatementSpec values(StatementSpec statement, Shop shop) {
        return statement
                .param("id", shop.id().value())
                .param("code", shop.code())
                .param("name", shop.name())
                .param("city", shop.city())
                .param("address", shop.address())
                .param("department", shop.department().map(DepartmentId::value).orElse(null))
                .param("manager", shop.manager().map(MemberId::value).orElse(null));
    }

    private static ListedShop listed(ResultSet row, int index) throws SQLException {
        @Nullable UUID department = row.getObject("department_id", UUID.class);
        @Nullable UUID manager = row.getObject("manager_id", UUID.class);
        return new ListedShop(
                new ShopId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getString("address"),
                department == null
                        ? null
                        : new OfDepartment(new DepartmentId(department), row.getString("department_name")),
                manager == null ? null : new LedBy(new MemberId(manager), row.getString("manager_name")),
                row.getInt("members"),
                row.getInt("version"));
    }
}
