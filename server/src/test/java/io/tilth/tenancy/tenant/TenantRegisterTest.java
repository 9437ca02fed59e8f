package io.tilth.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TenantRegisterTest {

    @Autowired
    Tenants tenants;

    @Autowired
    TenantRegistry registry;

    @Test
    void knowsTheHouseFirst() {
        assertThat(registry.all()).startsWith(TenantId.HOUSE);
        assertThat(tenants.find(TenantId.HOUSE))
                .get()
                .extracting(Tenants.Tenant::name)
                .isEqualTo("Tilth");
        assertThat(tenants.find(new TenantId(Long.MAX_VALUE))).isEmpty();
    }
}
