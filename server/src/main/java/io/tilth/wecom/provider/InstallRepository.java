package io.tilth.wecom.provider;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SuiteCompanies.Authorised;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** From an installation, or a corporation, to the tenant that it belongs to. */
@Repository
class InstallRepository {

    private final GlobalJdbc jdbc;
    private final Secrets secrets;

    InstallRepository(GlobalJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void begin(byte[] stateHash, TenantId tenant, Instant now) {
        jdbc.sql("""
                insert into wecom.suite_install (state_hash, tenant_id, made_at)
                values (:state, :owner, :now)
                """)
                .param("state", stateHash)
                .param("owner", tenant.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<TenantId> tenant(byte[] stateHash, Instant madeAfter) {
        return jdbc.sql("""
                select tenant_id
                from wecom.suite_install
                where state_hash = :state and made_at > :after
                """)
                .param("state", stateHash)
                .param("after", madeAfter.atOffset(UTC))
                .query(Long.class)
                .optional()
                .map(TenantId::new);
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from wecom.suite_install where made_at < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
        jdbc.sql("delete from wecom.suite_order where at < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
    }

    Optional<Authorised> company(String corpId) {
        return jdbc.sql("select tenant_id, company_id from wecom.suite_company where corp_id = :corp")
                .param("corp", corpId)
                .query((row, index) -> new Authorised(
                        new TenantId(row.getLong("tenant_id")), new CompanyId(row.getObject("company_id", UUID.class))))
                .optional();
    }

    void bind(String corpId, TenantId tenant, CompanyId company) {
        jdbc.sql("""
                insert into wecom.suite_company (corp_id, tenant_id, company_id)
                values (:corp, :owner, :company)
                on conflict do nothing
                """)
                .param("corp", corpId)
                .param("owner", tenant.value())
                .param("company", company.value())
                .update();
    }

    void forget(TenantId tenant) {
        jdbc.sql("delete from wecom.suite_company where tenant_id = :owner")
                .param("owner", tenant.value())
                .update();
        jdbc.sql("delete from wecom.suite_install where tenant_id = :owner")
                .param("owner", tenant.value())
                .update();
    }

    void insert(Order order) {
        jdbc.sql("""
                insert into wecom.suite_order (id, info_type, corp_id, state, code_sealed, at)
                values (:id, :type, :corp, :state, :code, :at)
                """)
                .param("id", order.id())
                .param("type", order.infoType())
                .param("corp", order.corpId())
                .param("state", order.state())
                .param(
                        "code",
                        order.code()
                                .map(code -> secrets.seal(TenantId.HOUSE, code))
                                .orElse(null))
                .param("at", order.at().atOffset(UTC))
                .update();
    }

    Optional<Order> order(UUID id) {
        return jdbc.sql("""
                select info_type, corp_id, state, code_sealed, at
                from wecom.suite_order
                where id = :id
                """)
                .param("id", id)
                .query((row, index) -> new Order(
                        id,
                        row.getString("info_type"),
                        row.getString("corp_id"),
                        row.getString("state"),
                        Optional.ofNullable(row.getBytes("code_sealed"))
                                .map(bytes -> secrets.open(TenantId.HOUSE, bytes)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void remove(UUID order) {
        jdbc.sql("delete from wecom.suite_order where id = :id")
                .param("id", order)
                .update();
    }
}
