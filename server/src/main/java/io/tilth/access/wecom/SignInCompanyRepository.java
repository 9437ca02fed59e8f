package io.tilth.access.wecom;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Which tenant a WeCom company belongs to, for those who stand at the door. */
@Repository
class SignInCompanyRepository {

    private final GlobalJdbc jdbc;

    SignInCompanyRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TenantId> tenant(CompanyId company) {
        return jdbc.sql("select tenant_id from access.sign_in_company where company_id = :company")
                .param("company", company.value())
                .query((row, index) -> new TenantId(row.getLong("tenant_id")))
                .optional();
    }

    /** Where only one company is connected, a page that lost its address still finds the way in. */
    Optional<CompanyId> only() {
        var some = jdbc.sql("select company_id from access.sign_in_company limit 2")
                .query((row, index) -> new CompanyId(row.getObject("company_id", UUID.class)))
                .list();
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    void insert(CompanyId company, TenantId tenant) {
        jdbc.sql("""
                insert into access.sign_in_company (company_id, tenant_id)
                values (:company, :of)
                on conflict do nothing
                """)
                .param("company", company.value())
                .param("of", tenant.value())
                .update();
    }

    void delete(CompanyId company) {
        jdbc.sql("delete from access.sign_in_company where company_id = :company")
                .param("company", company.value())
                .update();
    }

    void deleteOf(TenantId tenant) {
        jdbc.sql("delete from access.sign_in_company where tenant_id = :of")
                .param("of", tenant.value())
                .update();
    }
}
