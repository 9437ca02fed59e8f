package io.tilth.acquisition.defaultwelcome;

import io.tilth.acquisition.DefaultWelcomes;
import io.tilth.content.Materials;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.tenancy.Tenants;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultWelcomeService implements DefaultWelcomes {

    private final DefaultWelcomeRepository welcomes;
    private final Materials materials;
    private final Tenants tenants;
    private final Audit audit;

    DefaultWelcomeService(DefaultWelcomeRepository welcomes, Materials materials, Tenants tenants, Audit audit) {
        this.welcomes = welcomes;
        this.materials = materials;
        this.tenants = tenants;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    DefaultWelcome get() {
        return welcomes.find().orElse(DefaultWelcome.UNDECIDED);
    }

    DefaultWelcome change(DefaultWelcome welcome) {
        var shared = welcome.welcome().materials();
        Refusal.unless(materials.findAll(shared).size() == Set.copyOf(shared).size(), "channel-code-material-unknown");
        var before = get();
        if (!welcomes.keep(welcome)) {
            throw Refusal.stale(before);
        }
        audit.note("default-welcome.changed", Subject.of("default-welcome", "welcome"));
        return get();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Words> words(Instant at) {
        return tenants.find(TenantScope.current())
                .flatMap(tenant ->
                        get().welcome().words(at.atZone(tenant.timeZone()).toLocalTime()));
    }
}
