package io.tilth.guard.matrix;

import java.util.Map;

/** Values for columns that cannot be made up from their types and checks: table, column, SQL literal. */
final class RowFixtures {

    private static final String GUIDE = "'00000000-0000-0000-0000-000000000004'::uuid";

    /** An export or a document that waits would be taken up by a running server, and one with bytes sent; a role must exist. */
    static final Map<String, Map<String, String>> VALUES = Map.of(
            "tenancy.export", Map.of("state", "'READY'", "bytes", "0"),
            "access.account", Map.of("role_id", GUIDE),
            "access.link", Map.of("role_id", GUIDE),
            "access.role_rule", Map.of("role_id", GUIDE),
            "content.document", Map.of("state", "'READY'"),
            "community.group_chat", Map.of("next_at", "null"),
            "customer.inheritance", Map.of("state", "'DONE'"),
            "customer.inheritance_item", Map.of("group_id", "null"));

    private RowFixtures() {}
}
