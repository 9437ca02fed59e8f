package io.tilth.wecom;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantVisits;
import org.springframework.boot.test.context.TestConfiguration;

/** Connects companies for tests, without the wizard. */
@TestConfiguration(proxyBeanMethods = false)
public class Corporations {

    private final TenantVisits visits;
    private final TenantJdbc jdbc;
    private final Secrets secrets;

    Corporations(TenantVisits visits, TenantJdbc jdbc, Secrets secrets) {
        this.visits = visits;
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** A company that is connected by an app of its own. */
    public CompanyId connect(TenantId tenant, String corpId, int agentId, String secret) {
        return connect(tenant, corpId, Company.Kind.SELF_BUILT, agentId, secret);
    }

    public CompanyId connect(TenantId tenant, String corpId, Company.Kind kind, int agentId, String secret) {
        var id = CompanyId.next();
        visits.system(
                tenant,
                () -> jdbc.sql("""
                insert into wecom.company (tenant_id, id, name, corp_id, kind, agent_id, state, secret_sealed,
                    created_at, connected_at)
                values (:tenant, :id, 'Acme', :corp, :kind, :agent, 'CONNECTED', :secret, now(), now())
                """)
                        .param("id", id.value())
                        .param("corp", corpId)
                        .param("kind", kind.name())
                        .param("agent", agentId)
                        .param("secret", secrets.seal(tenant, secret))
                        .update());
        return id;
    }
}
