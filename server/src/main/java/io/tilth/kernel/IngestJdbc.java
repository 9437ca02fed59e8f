package io.tilth.kernel;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * SQL that adds rows of several tenants with one commit, for what comes in faster than one commit each.
 *
 * <p>The transaction says whose rows it brings; the policies named {@code ingest} let those in and nobody else's, and let
 * nothing be read. The tenants come from whoever proved to speak for them, never from the rows.
 */
public interface IngestJdbc {

    /** @throws IllegalStateException outside a transaction, or in one that began for a tenant */
    StatementSpec sql(Set<TenantId> tenants, String statement);
}
