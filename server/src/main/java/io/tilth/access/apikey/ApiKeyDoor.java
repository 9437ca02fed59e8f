package io.tilth.access.apikey;

import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantDoor;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.Tenants.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets in who sends {@code Authorization: Bearer <key>} to the open interface. */
@Component
class ApiKeyDoor implements TenantDoor {

    private static final String SCHEME = "Bearer ";

    private final TenantVisits visits;
    private final ApiKeyService keys;
    private final Tenants tenants;

    ApiKeyDoor(TenantVisits visits, ApiKeyService keys, Tenants tenants) {
        this.visits = visits;
        this.keys = keys;
        this.tenants = tenants;
    }

    @Override
    public Optional<Caller> enter(HttpServletRequest request) {
        var sent = request.getHeader("Authorization");
        if (sent == null || !request.getRequestURI().startsWith("/open/")) {
            return Optional.empty();
        }
        var text = Optional.of(sent)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        KeyText.parse(header.substring(SCHEME.length()).strip()))
                .orElseThrow(ApiKeyDoor::notValid);
        return Optional.of(visits.system(text.tenant(), () -> caller(text)));
    }

    private Caller caller(KeyText text) {
        var key = keys.use(text).orElseThrow(ApiKeyDoor::notValid);
        checkOpen(tenants.find(text.tenant()).orElseThrow(ApiKeyDoor::notValid));
        return new Caller(
                text.tenant(),
                Caller.Kind.API_KEY,
                key.id(),
                key.name(),
                key.rights(),
                DataScope.ALL,
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static void checkOpen(Tenant tenant) {
        if (tenant.state() == State.SUSPENDED) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "tenant-suspended")
                    .with("reason", tenant.reason().orElse(""));
        }
        if (tenant.state() == State.ERASED) {
            throw notValid();
        }
    }

    /** One answer for every reason, so that nobody learns which part was right. */
    private static Refusal notValid() {
        return Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "api-key-not-valid");
    }
}
