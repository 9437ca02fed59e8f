package io.tilth.kernel.tenant;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TenantVisits;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens another tenant's scope in a transaction of its own, and keeps who came and why. */
@Component
class Visits implements TenantVisits {

    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    private final TransactionTemplate apart;
    private final TransactionTemplate snapshot;
    private final Audit audit;
    private final ObjectProvider<TenantRegistry> registry;

    Visits(PlatformTransactionManager transactions, Audit audit, ObjectProvider<TenantRegistry> registry) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.audit = audit;
        this.registry = registry;
    }

    @Override
    public <T> T visit(TenantId tenant, String why, Supplier<T> work) {
        noteAtHome(tenant, why);
        return in(tenant, () -> {
            audit.note("tenant.visited", Subject.of("tenant", tenant.value()), Map.of("why", why));
            return work.get();
        });
    }

    @Override
    public <T> T look(TenantId tenant, String why, Supplier<T> work) {
        noteAtHome(tenant, why);
        return in(tenant, work);
    }

    @Override
    public <T> T system(TenantId tenant, Supplier<T> work) {
        return in(tenant, work);
    }

    @Override
    public <T> T apart(TenantId tenant, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("This work calls out, so no transaction may be held open for it.");
        }
        return TenantScope.of(tenant).call(work::get);
    }

    @Override
    public <T> T snapshot(TenantId tenant, Supplier<T> work) {
        return TenantScope.of(tenant).call(() -> snapshot.execute(status -> work.get()));
    }

    @Override
    public void each(String job, Consumer<TenantId> work) {
        for (var tenant : registry.getObject().all()) {
            try {
                in(tenant, () -> {
                    work.accept(tenant);
                    return null;
                });
            } catch (RuntimeException failure) {
                log.error("The job {} failed for tenant {}.", job, tenant.value(), failure);
            }
        }
    }

    private void noteAtHome(TenantId tenant, String why) {
        apart.executeWithoutResult(
                status -> audit.note("tenant.visited", Subject.of("tenant", tenant.value()), Map.of("why", why)));
    }

    private <T extends @Nullable Object> T in(TenantId tenant, Supplier<T> work) {
        return TenantScope.of(tenant).call(() -> apart.execute(status -> work.get()));
    }
}
