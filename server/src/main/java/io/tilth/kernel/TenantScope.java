package io.tilth.kernel;

import java.util.Optional;

/** For which tenant the current work is done. Opened at the edges: a request, a callback, a job. */
public final class TenantScope {

    private static final ScopedValue<TenantId> CURRENT = ScopedValue.newInstance();

    private TenantScope() {}

    public static ScopedValue.Carrier of(TenantId tenant) {
        return ScopedValue.where(CURRENT, tenant);
    }

    public static TenantId current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("There is no tenant in scope."));
    }

    public static Optional<TenantId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
