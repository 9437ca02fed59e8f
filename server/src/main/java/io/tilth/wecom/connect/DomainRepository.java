package io.tilth.wecom.connect;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Which domain is whose, and the files at their roots. */
@Repository
class DomainRepository {

    private final GlobalJdbc jdbc;

    DomainRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the domain unless somebody has it, and tells who has it now. */
    TenantId claim(String host, TenantId tenant) {
        jdbc.sql("""
                insert into wecom.domain (host, tenant_id)
                values (:host, :owner)
                on conflict do nothing
                """).param("host", host).param("owner", tenant.value()).update();
        return new TenantId(jdbc.sql("select tenant_id from wecom.domain where host = :host")
                .param("host", host)
                .query(Long.class)
                .single());
    }

    void release(String host, TenantId tenant) {
        jdbc.sql("delete from wecom.domain where host = :host and tenant_id = :owner")
                .param("host", host)
                .param("owner", tenant.value())
                .update();
    }

    void releaseAll(TenantId tenant) {
        jdbc.sql("delete from wecom.domain_file where tenant_id = :owner")
                .param("owner", tenant.value())
                .update();
        jdbc.sql("delete from wecom.domain where tenant_id = :owner")
                .param("owner", tenant.value())
                .update();
    }

    Optional<String> content(String host, String name) {
        return jdbc.sql("select content from wecom.domain_file where host = :host and name = :name")
                .param("host", host)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    Optional<DomainFile> file(TenantId tenant, CompanyId company) {
        return jdbc.sql("""
                select name, content
                from wecom.domain_file
                where tenant_id = :owner and company_id = :company
                """)
                .param("owner", tenant.value())
                .param("company", company.value())
                .query((row, index) -> new DomainFile(row.getString("name"), row.getString("content")))
                .optional();
    }

    /** False when another company has a file of this name there. */
    boolean keep(String host, DomainFile file, TenantId tenant, CompanyId company) {
        return jdbc.sql("""
                insert into wecom.domain_file (host, name, content, tenant_id, company_id)
                values (:host, :name, :content, :owner, :company)
                on conflict do nothing
                """)
                        .param("host", host)
                        .param("name", file.name())
                        .param("content", file.content())
                        .param("owner", tenant.value())
                        .param("company", company.value())
                        .update()
                == 1;
    }

    boolean remove(TenantId tenant, CompanyId company) {
        return jdbc.sql("delete from wecom.domain_file where tenant_id = :owner and company_id = :company")
                        .param("owner", tenant.value())
                        .param("company", company.value())
                        .update()
                == 1;
    }
}
