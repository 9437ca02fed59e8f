package io.tilth.kernel.tenant;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL, as each transaction begins, whose rows it may touch.
 *
 * <p>The setting ends with the transaction, so a pooled connection never carries a tenant over.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final Object KEY = new Object();

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    /** For which tenant the current transaction began; empty when it began for none. */
    static Optional<TenantId> tenant() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("SQL needs a transaction: is the service @Transactional?");
        }
        return Optional.ofNullable((TenantId) TransactionSynchronizationManager.getResource(KEY));
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        TenantScope.find().ifPresent(tenant -> TransactionSynchronizationManager.bindResource(KEY, tenant));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var tenant = TenantScope.find();
        if (tenant.isPresent()) {
            try (var statement = connection.createStatement()) {
                // SET takes no parameters; the id is a number, so nothing can be smuggled in.
                statement.execute("set local tilth.tenant_id = '%d'"
                        .formatted(tenant.get().value()));
            }
        }
    }

    @Override
    protected Object doSuspend(Object transaction) {
        return new Suspended(
                super.doSuspend(transaction), TransactionSynchronizationManager.unbindResourceIfPossible(KEY));
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        if (suspended.tenant() != null) {
            TransactionSynchronizationManager.bindResource(KEY, suspended.tenant());
        }
        super.doResume(transaction, suspended.connection());
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object connection, @Nullable Object tenant) {}
}
