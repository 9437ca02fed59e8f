package io.tilth.kernel.catalog;

import io.tilth.kernel.TenantCatalog.Table;

/**
 * A table of tenants as the database describes it.
 *
 * @param comment says why when it is {@code global: …} or {@code unexported: …}; empty for most
 * @param erasable whether the serving role may delete from it
 */
record CatalogTable(Table table, String comment, boolean erasable) {

    boolean isExported() {
        return !comment.startsWith("unexported:") && !comment.startsWith("global:");
    }
}
