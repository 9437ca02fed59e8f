package io.tilth.access.apikey;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an integration who it is. */
@RestController
class OpenSelfController {

    private final ApiKeyService keys;
    private final Tenants tenants;

    OpenSelfController(ApiKeyService keys, Tenants tenants) {
        this.keys = keys;
        this.tenants = tenants;
    }

    @Needs
    @GetMapping("/open/v1/me")
    Self me() {
        var caller = Caller.current();
        var key = keys.get(caller.id());
        var tenant = tenants.find(caller.tenant()).orElseThrow(() -> Refusal.notFound("api-key-not-found"));
        return new Self(
                new SelfTenant(tenant.id(), tenant.name()),
                new SelfKey(key.id(), key.name()),
                key.rights(),
                key.expiresAt());
    }

    record Self(SelfTenant tenant, SelfKey key, Set<String> rights, Instant expiresAt) {}

    record SelfTenant(TenantId id, String name) {}

    record SelfKey(UUID id, String name) {}
}
