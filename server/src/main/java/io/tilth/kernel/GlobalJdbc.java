package io.tilth.kernel;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * SQL on the few tables that belong to no tenant, each listed with its reason in the catalogue guard.
 *
 * <p>Needs a transaction, as {@link TenantJdbc} does, but no tenant.
 */
public interface GlobalJdbc {

    StatementSpec sql(String statement);
}
