package io.tilth.directory.shop;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops.Branch;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All shops at once, with who works there. */
@Repository
class BranchRepository {

    private final TenantJdbc jdbc;

    BranchRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Branch> all(CompanyId company) {
        return jdbc.sql("""
                with recursive below (shop_id, number, id) as (
                    select s.id, d.number, d.id
                    from directory.shop s
                    join directory.department d on d.tenant_id = s.tenant_id and d.id = s.department_id
                    where s.tenant_id = :tenant and d.company_id = :company
                    union
                    select below.shop_id, d.number, d.id
                    from below
                    join directory.department d on d.parent = below.number
                    where d.tenant_id = :tenant and d.company_id = :company
                ), staff (shop_id, guides) as (
                    select below.shop_id, count(distinct m.id)
                    from below
                    join directory.membership ms on ms.department_id = below.id
                    join directory.member m on m.id = ms.member_id
                    where ms.tenant_id = :tenant and m.tenant_id = :tenant and m.company_id = :company
                        and m.has_customers and m.left_at is null
                    group by below.shop_id
                )
                select s.id, s.code, s.name, s.city, d.id as department_id, m.id as manager_id,
                    coalesce(staff.guides, 0) as guides
                from directory.shop s
                left join directory.department d
                    on d.tenant_id = s.tenant_id and d.id = s.department_id and d.company_id = :company
                left join directory.member m
                    on m.tenant_id = s.tenant_id and m.id = s.manager_id and m.company_id = :company
                        and m.has_customers and m.left_at is null
                left join staff on staff.shop_id = s.id
                where s.tenant_id = :tenant
                order by s.code
                """)
                .param("company", company.value())
                .query(BranchRepository::branch)
                .list();
    }

    private static Branch branch(ResultSet row, int index) throws SQLException {
        @Nullable UUID department = row.getObject("department_id", UUID.class);
        @Nullable UUID manager = row.getObject("manager_id", UUID.class);
        return new Branch(
                new ShopId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                Optional.ofNullable(department).map(DepartmentId::new),
                Optional.ofNullable(manager).map(MemberId::new),
                row.getInt("guides"));
    }
}
