package io.tilth.guard.statement;

import io.tilth.guard.statement.Source.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertConflictAction;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Reads one statement: which tables it touches, and whether each of its tenant tables is tied to the tenant. */
class StatementReader {

    private static final Pattern QUALIFIED = Pattern.compile("(\"\\w+\"|\\w+)\\.(\"\\w+\"|\\w+)");

    /** PostgreSQL selects nothing at all if asked to, as in {@code exists (select from …)}; the parser does not know. */
    private static final Pattern EMPTY_LIST = Pattern.compile("(?i)\\bselect\\s+from\\b");

    private final Catalog catalog;
    private final Reading reading = new Reading();
    private final QueryReader queries;

    private StatementReader(Catalog catalog) {
        this.catalog = catalog;
        this.queries = new QueryReader(catalog, reading, this);
    }

    /** Empty when the statement cannot be parsed. */
    static Optional<Reading> read(String sql, Catalog catalog) {
        Statement statement;
        try {
            statement = CCJSqlParserUtil.parse(EMPTY_LIST.matcher(sql).replaceAll("select 1 from"));
        } catch (JSQLParserException unknownWords) {
            return Optional.empty();
        }
        var reader = new StatementReader(catalog);
        reader.readInner(statement, null, Map.of());
        reader.complainOfOverlookedTables(sql);
        return Optional.of(reader.reading);
    }

    List<Output> readInner(Statement statement, @Nullable Level outer, Map<String, Source> common) {
        return switch (statement) {
            case Select select -> queries.read(select, outer, common);
            case ParenthesedInsert inner -> insert(inner.getInsert(), outer, common);
            case ParenthesedUpdate inner -> update(inner.getUpdate(), outer, common);
            case ParenthesedDelete inner -> delete(inner.getDelete(), outer, common);
            case Insert insert -> insert(insert, outer, common);
            case Update update -> update(update, outer, common);
            case Delete delete -> delete(delete, outer, common);
            default -> {
                reading.fault("is no select, insert, update or delete, and not listed");
                yield List.of();
            }
        };
    }

    private List<Output> insert(Insert insert, @Nullable Level outer, Map<String, Source> outerCommon) {
        var common = queries.commonTables(insert.getWithItemsList(), outer, outerCommon);
        var level = new Level(outer, common);
        var target = queries.table(insert.getTable(), level, true);
        int position = position(insert.getColumns());
        if (target.tenants() && position < 0) {
            reading.fault("the insert into " + target.name() + " does not give tenant_id");
        } else if (insert.getSelect() instanceof Values values) {
            values(values, target, position, level);
        } else if (insert.getSelect() != null) {
            var outputs = queries.read(insert.getSelect(), outer, common);
            boolean tied = position >= 0
                    && position < outputs.size()
                    && outputs.get(position).tied();
            if (target.tenants() && !tied) {
                reading.fault("the insert into " + target.name() + " takes tenant_id from a column that is not tied");
            }
        }
        onConflict(insert.getConflictAction(), level);
        return returning(insert.getReturningClause(), level);
    }

    private void values(Values values, Source target, int position, Level level) {
        queries.expressions(List.of((Expression) values), level, true);
        for (var row : rows(values)) {
            if (target.tenants() && !level.isTied(row.get(position))) {
                reading.fault("the insert into " + target.name() + " gives tenant_id something else than :tenant");
            }
        }
    }

    private static List<ExpressionList<?>> rows(Values values) {
        var expressions = values.getExpressions();
        boolean many = !expressions.isEmpty()
                && expressions.stream().allMatch(row -> row instanceof ExpressionList<?> list && list.size() != 1);
        return many
                ? expressions.stream().map(row -> (ExpressionList<?>) row).collect(Collectors.toList())
                : List.of(expressions);
    }

    private void onConflict(@Nullable InsertConflictAction action, Level level) {
        if (action != null && action.getUpdateSets() != null) {
            sets(action.getUpdateSets(), level);
            queries.expressions(java.util.Arrays.asList(action.getWhereExpression()), level, false);
        }
    }

    private List<Output> update(Update update, @Nullable Level outer, Map<String, Source> outerCommon) {
        var level = new Level(outer, queries.commonTables(update.getWithItemsList(), outer, outerCommon));
        queries.table(update.getTable(), level, true);
        var laterals = new ArrayList<LateralSubSelect>();
        if (update.getFromItem() != null) {
            queries.from(update.getFromItem(), level, laterals);
        }
        queries.joins(update.getJoins(), level, laterals);
        level.condition(update.getWhere(), alias -> true);
        sets(update.getUpdateSets(), level);
        queries.expressions(java.util.Arrays.asList(update.getWhere()), level, false);
        queries.complainOfLooseSources(level);
        complainOfLaterals(laterals);
        return returning(update.getReturningClause(), level);
    }

    private void sets(List<UpdateSet> sets, Level level) {
        for (var set : sets) {
            if (position(set.getColumns()) >= 0) {
                reading.fault("the statement moves rows to another tenant");
            }
            queries.expressions(List.copyOf(set.getValues()), level, false);
        }
    }

    private List<Output> delete(Delete delete, @Nullable Level outer, Map<String, Source> outerCommon) {
        var level = new Level(outer, queries.commonTables(delete.getWithItemsList(), outer, outerCommon));
        queries.table(delete.getTable(), level, true);
        var laterals = new ArrayList<LateralSubSelect>();
        if (delete.getUsingList() != null) {
            delete.getUsingList().forEach(table -> queries.from(table, level, laterals));
        }
        queries.joins(delete.getJoins(), level, laterals);
        level.condition(delete.getWhere(), alias -> true);
        queries.expressions(java.util.Arrays.asList(delete.getWhere()), level, false);
        queries.complainOfLooseSources(level);
        complainOfLaterals(laterals);
        return returning(delete.getReturningClause(), level);
    }

    private void complainOfLaterals(List<LateralSubSelect> laterals) {
        if (!laterals.isEmpty()) {
            reading.fault("the guard does not understand lateral here");
        }
    }

    private List<Output> returning(@Nullable ReturningClause returning, Level level) {
        return returning == null ? List.of() : queries.outputs(List.copyOf(returning), level);
    }

    private static int position(@Nullable ExpressionList<net.sf.jsqlparser.schema.Column> columns) {
        var names = columns == null
                ? List.<String>of()
                : columns.stream()
                        .map(column -> Names.plain(column.getColumnName()))
                        .toList();
        return names.indexOf("tenant_id");
    }

    /** Whatever looks like one of our tables must have been looked at, however deep the parser hid it. */
    private void complainOfOverlookedTables(String sql) {
        var seen = reading.uses().stream().map(Reading.Use::fullName).collect(Collectors.toSet());
        var names = QUALIFIED.matcher(sql.replaceAll("'[^']*'", "''"));
        while (names.find()) {
            var schema = Names.plain(names.group(1));
            var name = Names.plain(names.group(2));
            if (!seen.contains(schema + "." + name) && catalog.knows(schema, name)) {
                reading.fault(schema + "." + name + " stands where the guard does not look");
            }
        }
    }
}
