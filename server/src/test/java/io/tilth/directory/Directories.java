package io.tilth.directory;

import io.tilth.directory.Members.Member;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomDirectory;
import io.tilth.wecom.WecomDirectory.Department;
import io.tilth.wecom.WecomDirectory.Membership;
import io.tilth.wecom.WecomDirectory.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;

/** Gives tests a company of WeCom's and tells its news. */
@TestConfiguration(proxyBeanMethods = false)
public class Directories {

    private final TenantVisits visits;
    private final TenantJdbc jdbc;
    private final List<CallbackConsumer> consumers;
    private final Members members;

    Directories(TenantVisits visits, TenantJdbc jdbc, List<CallbackConsumer> consumers, Members members) {
        this.visits = visits;
        this.jdbc = jdbc;
        this.consumers = consumers;
        this.members = members;
    }

    public CompanyId connect(TenantId tenant) {
        var id = CompanyId.next();
        in(
                tenant,
                () -> jdbc.sql("""
                insert into wecom.company (tenant_id, id, name, corp_id, kind, agent_id, state, secret_sealed, created_at,
                    connected_at)
                values (:tenant, :id, 'Acme', :corp, 'SELF_BUILT', 1000002, 'CONNECTED', '', now(), now())
                """)
                        .param("id", id.value())
                        .param("corp", "ww" + id.value())
                        .update());
        return id;
    }

    public <T> T in(TenantId tenant, Supplier<T> work) {
        return visits.system(tenant, work);
    }

    /** Tells it to everybody who hears of such events, in one transaction, as the inbox does. */
    public void tell(TenantId tenant, Callback... callbacks) {
        in(tenant, () -> {
            consumers.stream()
                    .filter(consumer -> consumer.hears(callbacks[0].event()))
                    .forEach(consumer -> consumer.accept(List.of(callbacks)));
            return true;
        });
    }

    public Member member(TenantId tenant, CompanyId company, String userId) {
        return in(tenant, () -> members.ofUser(company, userId).orElseThrow());
    }

    public static Callback contact(CompanyId company, String change, Instant at, Map<String, String> fields) {
        return new Callback(UUID.randomUUID(), company, "change_contact", change, at, fields);
    }

    public static Department department(long id, String name, long parent) {
        return new Department(id, Optional.of(name), parent, 0);
    }

    public static WecomDirectory.Member somebody(String userId, String name, Membership... in) {
        return new WecomDirectory.Member(
                userId, Optional.empty(), Optional.of(name), Optional.of("顾问"), Status.ACTIVE, List.of(in), 1);
    }
}
