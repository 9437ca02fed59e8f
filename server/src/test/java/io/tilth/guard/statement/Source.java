package io.tilth.guard.statement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in a from clause under one alias.
 *
 * @param tenants whether its rows belong to tenants, so that it must be tied to one
 * @param tied columns that hold the tenant for sure, because the query behind them ties it
 */
record Source(String alias, String name, boolean tenants, List<String> columns, Set<String> tied) {

    static Source of(String alias, Relation relation) {
        return new Source(alias, relation.fullName(), relation.isTenants(), relation.columns(), Set.of());
    }

    /** A subquery, a common table expression, or a function. */
    static Source derived(String alias, List<Output> outputs) {
        return new Source(
                alias,
                alias,
                false,
                outputs.stream().map(Output::name).toList(),
                outputs.stream().filter(Output::tied).map(Output::name).collect(Collectors.toSet()));
    }

    Source as(String other) {
        return new Source(other, name, tenants, columns, tied);
    }

    /** A column that a query gives: its name, and whether it is sure to be the tenant in scope. */
    record Output(String name, boolean tied) {}
}
