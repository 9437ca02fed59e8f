package io.tilth.guard.matrix;

import java.util.Map;

/** Values for columns that cannot be made up from their types and checks: table, column, SQL literal. */
final class RowFixtures {

    static final Map<String, Map<String, String>> VALUES = Map.of();

    private RowFixtures() {}
}
