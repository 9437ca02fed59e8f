package io.tilth.guard.statement;

import io.tilth.guard.statement.Source.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Reads queries, down to the last subquery, and notes every table and every source that nothing ties to the tenant. */
class QueryReader {

    private static final Predicate<String> ALL = alias -> true;

    private final Catalog catalog;
    private final Reading reading;
    private final StatementReader statements;

    QueryReader(Catalog catalog, Reading reading, StatementReader statements) {
        this.catalog = catalog;
        this.reading = reading;
        this.statements = statements;
    }

    List<Output> read(Select select, @Nullable Level outer, Map<String, Source> outerCommon) {
        var common = commonTables(select.getWithItemsList(), outer, outerCommon);
        return switch (select) {
            case PlainSelect plain -> plain(plain, new Level(outer, common));
            case ParenthesedSelect inner -> read(inner.getSelect(), outer, common);
            case SetOperationList set -> {
                var branches = set.getSelects().stream()
                        .map(branch -> read(branch, outer, common))
                        .toList();
                yield union(branches);
            }
            default -> {
                expressions(List.of((Expression) select), new Level(outer, common), true);
                yield List.of();
            }
        };
    }

    private static List<Output> union(List<List<Output>> branches) {
        var outputs = new ArrayList<Output>();
        for (int i = 0; i < branches.getFirst().size(); i++) {
            int column = i;
            boolean tied = branches.stream()
                    .allMatch(branch ->
                            column < branch.size() && branch.get(column).tied());
            outputs.add(new Output(branches.getFirst().get(i).name(), tied));
        }
        return outputs;
    }

    Map<String, Source> commonTables(
            @Nullable List<WithItem<?>> items, @Nullable Level outer, Map<String, Source> outerCommon) {
        var common = new LinkedHashMap<>(outerCommon);
        var all = items == null ? List.<WithItem<?>>of() : items;
        boolean mayRecur = all.stream().anyMatch(WithItem::isRecursive); // the parser marks the first one only
        for (var item : all) {
            var name = Names.plain(item.getAliasName());
            if (mayRecur && item.getParenthesedStatement() instanceof ParenthesedSelect recursive) {
                if (recursive.getSelect() instanceof SetOperationList set) {
                    common.put(name, Source.derived(name, read(set.getSelect(0), outer, common)));
                }
            }
            common.put(name, Source.derived(name, statements.readInner(item.getParenthesedStatement(), outer, common)));
        }
        return common;
    }

    private List<Output> plain(PlainSelect select, Level level) {
        var laterals = new ArrayList<LateralSubSelect>();
        if (select.getFromItem() != null) {
            from(select.getFromItem(), level, laterals);
        }
        joins(select.getJoins(), level, laterals);
        level.condition(select.getWhere(), ALL);
        laterals.forEach(lateral -> level.add(
                Source.derived(alias(lateral.getAlias()), read(lateral.getSelect(), level, level.commonTables()))));
        expressions(Expressions.of(select), level, false);
        complainOfLooseSources(level);
        return outputs(select.getSelectItems(), level);
    }

    void from(FromItem item, Level level, List<LateralSubSelect> laterals) {
        switch (item) {
            case Table table -> table(table, level, false);
            case LateralSubSelect lateral -> laterals.add(lateral);
            case TableFunction function -> {
                expressions(List.of(function.getFunction()), level, false);
                level.add(Source.derived(alias(function.getAlias()), List.of()));
            }
            case ParenthesedSelect inner ->
                level.add(Source.derived(alias(inner.getAlias()), read(inner, level, level.commonTables())));
            case ParenthesedFromItem inner -> {
                from(inner.getFromItem(), level, laterals);
                joins(inner.getJoins(), level, laterals);
            }
            default -> expressions(List.of((Expression) item), level, true);
        }
    }

    void joins(@Nullable Collection<Join> joins, Level level, List<LateralSubSelect> laterals) {
        for (var join : joins == null ? List.<Join>of() : joins) {
            var before = level.sources().stream().map(Source::alias).toList();
            from(join.getFromItem(), level, laterals);
            Predicate<String> into = join.isFull()
                    ? alias -> false
                    : join.isLeft() ? alias -> !before.contains(alias) : join.isRight() ? before::contains : ALL;
            join.getOnExpressions().forEach(on -> level.condition(on, into));
            expressions(List.copyOf(join.getOnExpressions()), level, false);
            join.getUsingColumns().forEach(column -> level.using(Names.plain(column.getColumnName()), into));
        }
    }

    Source table(Table table, Level level, boolean write) {
        var name = Names.plain(table.getName());
        var alias = table.getAlias() == null ? name : alias(table.getAlias());
        var source = source(table, name, alias, level, write);
        level.add(source);
        return source;
    }

    private Source source(Table table, String name, String alias, Level level, boolean write) {
        if (table.getSchemaName() == null) {
            var common = level.commonTables().get(name);
            if (common != null) {
                return common.as(alias);
            }
            reading.fault("the table " + name + " is named without its schema");
            return Source.derived(alias, List.of());
        }
        var schema = Names.plain(table.getSchemaName());
        if (schema.equals("pg_catalog") || schema.equals("information_schema")) {
            reading.use(new Relation(schema, name, false, true, List.of()), write);
            return Source.derived(alias, List.of());
        }
        var relation = catalog.find(schema, name);
        if (relation.isEmpty()) {
            reading.fault("there is no table " + schema + "." + name);
            return Source.derived(alias, List.of());
        }
        reading.use(relation.get(), write);
        return Source.of(alias, relation.get());
    }

    /** Reads what stands below expressions: subqueries, and calls of our own routines. */
    void expressions(Collection<? extends @Nullable Expression> expressions, Level level, boolean outermost) {
        for (var expression : expressions) {
            if (expression == null) {
                continue;
            }
            var found = Expressions.below(expression, outermost);
            found.subqueries().forEach(subquery -> read(subquery, level, level.commonTables()));
            found.routines().forEach(routine -> Routines.note(routine, reading));
        }
    }

    void complainOfLooseSources(Level level) {
        level.sources().stream()
                .filter(source -> source.tenants() && !level.isTied(source))
                .forEach(source -> reading.fault(source.name() + " is named without \"tenant_id = :tenant\""));
    }

    List<Output> outputs(@Nullable List<SelectItem<?>> items, Level level) {
        var outputs = new ArrayList<Output>();
        for (var item : items == null ? List.<SelectItem<?>>of() : items) {
            if (item.getExpression() instanceof AllColumns) {
                level.sources()
                        .forEach(source -> source.columns()
                                .forEach(column -> outputs.add(new Output(
                                        column, level.isTied(new Column(new Table(source.alias()), column))))));
            } else {
                outputs.add(new Output(name(item), level.isTied(item.getExpression())));
            }
        }
        return outputs;
    }

    private static String name(SelectItem<?> item) {
        if (item.getAlias() != null) {
            return alias(item.getAlias());
        }
        return item.getExpression() instanceof Column column ? Names.plain(column.getColumnName()) : "";
    }

    private static String alias(@Nullable Alias alias) {
        return alias == null ? "" : Names.plain(alias.getName());
    }
}
