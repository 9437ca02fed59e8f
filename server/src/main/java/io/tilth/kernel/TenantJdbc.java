package io.tilth.kernel;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL that names its tenant: {@code :tenant} is bound from the scope, so nobody passes it along. */
public interface TenantJdbc {

    /**
     * Prepares a statement on tables of the current tenant.
     *
     * @throws IllegalStateException outside a transaction, or in one that began for another tenant: the two locks
     *     would disagree in silence
     */
    StatementSpec sql(String statement);
}
