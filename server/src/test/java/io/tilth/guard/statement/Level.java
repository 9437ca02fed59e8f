package io.tilth.guard.statement;

import io.tilth.guard.statement.Ties.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import org.jspecify.annotations.Nullable;

/** One level of a query: what stands in its from clause, and the conditions that tie it to the tenant. */
class Level {

    private final @Nullable Level outer;
    private final Map<String, Source> commonTables;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Ties ties = new Ties();

    Level(@Nullable Level outer, Map<String, Source> commonTables) {
        this.outer = outer;
        this.commonTables = commonTables;
    }

    Map<String, Source> commonTables() {
        return commonTables;
    }

    List<Source> sources() {
        return List.copyOf(sources.values());
    }

    void add(Source source) {
        sources.put(source.alias(), source);
        source.tied().forEach(column -> ties.tie(new Column(source.alias(), column)));
    }

    /**
     * Takes what a condition says for sure: what is joined by {@code and}.
     *
     * @param into the sources that it can hold back; an outer join's condition holds back one side only
     */
    void condition(@Nullable Expression condition, Predicate<String> into) {
        switch (condition) {
            case null -> {}
            case AndExpression and -> {
                condition(and.getLeftExpression(), into);
                condition(and.getRightExpression(), into);
            }
            case ParenthesedExpressionList<?> list when list.size() == 1 -> condition(list.getFirst(), into);
            case EqualsTo equal -> equal(equal.getLeftExpression(), equal.getRightExpression(), into);
            default -> {}
        }
    }

    private void equal(Expression left, Expression right, Predicate<String> into) {
        if (left instanceof ParenthesedExpressionList<?> row
                && right instanceof ParenthesedExpressionList<?> other
                && row.size() == other.size()) {
            for (int i = 0; i < row.size(); i++) {
                equal(row.get(i), other.get(i), into);
            }
            return;
        }
        oneWay(left, right, into);
        oneWay(right, left, into);
    }

    private void oneWay(Expression from, Expression to, Predicate<String> into) {
        column(to).filter(column -> into.test(column.alias())).ifPresent(target -> {
            var origin = column(from);
            origin.ifPresent(column -> ties.link(column, target));
            if (origin.isEmpty() && isTied(from)) {
                ties.tie(target);
            }
        });
    }

    /** As {@code using (…)} does: these columns are equal in all sources that have them. */
    void using(String column, Predicate<String> into) {
        var holders = sources.values().stream()
                .filter(source -> source.columns().contains(column))
                .toList();
        for (var from : holders) {
            holders.stream()
                    .filter(to -> into.test(to.alias()))
                    .forEach(to -> ties.link(new Column(from.alias(), column), new Column(to.alias(), column)));
        }
    }

    /** Whether the expression is sure to be the tenant in scope: a parameter, or a column that is tied to one. */
    boolean isTied(Expression expression) {
        return switch (bare(expression)) {
            case JdbcParameter parameter -> true;
            case JdbcNamedParameter parameter -> true;
            case net.sf.jsqlparser.schema.Column column -> holds(column);
            default -> false;
        };
    }

    private boolean holds(net.sf.jsqlparser.schema.Column column) {
        var own = column(column);
        return own.isPresent() ? ties.holds(own.get()) : outer != null && outer.holds(column);
    }

    boolean isTied(Source source) {
        return ties.holds(new Column(source.alias(), "tenant_id"));
    }

    /** The column of this level that is meant; empty when it is another level's or cannot be told. */
    private Optional<Column> column(Expression expression) {
        if (!(bare(expression) instanceof net.sf.jsqlparser.schema.Column column)) {
            return Optional.empty();
        }
        var name = Names.plain(column.getColumnName());
        var table = column.getTable();
        if (table != null && table.getName() != null) {
            var alias = Names.plain(table.getName());
            return sources.containsKey(alias) ? Optional.of(new Column(alias, name)) : Optional.empty();
        }
        var holders = new ArrayList<Source>();
        sources.values().stream()
                .filter(source -> source.columns().contains(name))
                .forEach(holders::add);
        return holders.size() == 1 ? Optional.of(new Column(holders.getFirst().alias(), name)) : Optional.empty();
    }

    private static Expression bare(Expression expression) {
        return switch (expression) {
            case CastExpression cast -> bare(cast.getLeftExpression());
            case ParenthesedExpressionList<?> list when list.size() == 1 -> bare(list.getFirst());
            default -> expression;
        };
    }
}
