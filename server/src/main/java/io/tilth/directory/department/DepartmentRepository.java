package io.tilth.directory.department;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.ShopId;
import io.tilth.directory.department.ListedDepartment.OfShop;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentRepository {

    private final TenantJdbc jdbc;

    DepartmentRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Parents before their children is not promised; siblings stand in WeCom's order, larger numbers first. */
    List<ListedDepartment> listed() {
        return jdbc.sql("""
                select d.id, d.company_id, d.name, above.id as parent_id, s.id as shop_id, s.name as shop_name,
                    (select count(*)
                        from directory.membership ms
                        join directory.member m on m.tenant_id = ms.tenant_id and m.id = ms.member_id
                        where ms.tenant_id = d.tenant_id and ms.department_id = d.id and m.left_at is null) as members
                from directory.department d
                left join directory.department above on above.tenant_id = d.tenant_id
                    and above.company_id = d.company_id and above.number = d.parent
                left join directory.shop s on s.tenant_id = d.tenant_id and s.department_id = d.id
                where d.tenant_id = :tenant
                order by d.company_id, d.sort_order desc, d.number
                """).query(DepartmentRepository::listedDepartment).list();
    }

    List<Department> all(CompanyId company) {
        return jdbc.sql("""
                select id, number, parent, name, sort_order
                from directory.department
                where tenant_id = :tenant and company_id = :company
                order by number
                """)
                .param("company", company.value())
                .query(DepartmentRepository::department)
                .list();
    }

    Optional<Department> find(CompanyId company, long number) {
        return jdbc.sql("""
                select id, number, parent, name, sort_order
                from directory.department
                where tenant_id = :tenant and company_id = :company and number = :number
                """)
                .param("company", company.value())
                .param("number", number)
                .query(DepartmentRepository::department)
                .optional();
    }

    void store(CompanyId company, Collection<Department> departments) {
        jdbc.sql("""
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                select :tenant, told.id, :company, told.number, told.parent, told.name, told.sort_order
                from unnest(cast(:ids as uuid[]), cast(:numbers as bigint[]), cast(:parents as bigint[]),
                    cast(:names as text[]), cast(:orders as bigint[]))
                    as told (id, number, parent, name, sort_order)
                on conflict (tenant_id, company_id, number)
                do update set parent = excluded.parent, name = excluded.name, sort_order = excluded.sort_order
                """)
                .param("company", company.value())
                .param("ids", Columns.of(departments, one -> one.id().value()))
                .param("numbers", Columns.of(departments, Department::number))
                .param("parents", Columns.of(departments, Department::parent))
                .param("names", Columns.of(departments, Department::name))
                .param("orders", Columns.of(departments, Department::order))
                .update();
    }

    /** Shops and memberships let go of it by themselves. */
    void delete(CompanyId company, Collection<Long> numbers) {
        jdbc.sql("""
                delete from directory.department
                where tenant_id = :tenant and company_id = :company and number = any (:numbers)
                """)
                .param("company", company.value())
                .param("numbers", numbers.toArray(Long[]::new))
                .update();
    }

    private static Department department(ResultSet row, int index) throws SQLException {
        return new Department(
                new DepartmentId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getLong("parent"),
                row.getString("name"),
                row.getLong("sort_order"));
    }

    private static ListedDepartment listedDepartment(ResultSet row, int index) throws SQLException {
        @Nullable UUID parent = row.getObject("parent_id", UUID.class);
        @Nullable UUID shop = row.getObject("shop_id", UUID.class);
        return new ListedDepartment(
                new DepartmentId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("name"),
                parent == null ? null : new DepartmentId(parent),
                row.getInt("members"),
                shop == null ? null : new OfShop(new ShopId(shop), row.getString("shop_name")));
    }
}
