package io.tilth.access.view;

import java.util.UUID;

/**
 * A list as somebody likes to see it, under a name.
 *
 * @param page the list it belongs to, such as {@code tenants}
 * @param query filters and sorting as the page's address has them
 * @param shared whether everybody of the tenant sees it
 */
record SavedView(UUID id, UUID account, String page, String name, String query, boolean shared) {}
