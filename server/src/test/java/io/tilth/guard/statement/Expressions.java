package io.tilth.guard.statement;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Finds the expressions of a query, and what hides below one. */
final class Expressions {

    private Expressions() {}

    /** The nearest subqueries below an expression, and the functions it calls outside of them. */
    record Found(List<Select> subqueries, List<Function> routines) {}

    /** @param within look into the expression itself even if it is a query, such as {@code values (…)} */
    static Found below(Expression expression, boolean within) {
        var finder = new Finder();
        if (within && expression instanceof net.sf.jsqlparser.statement.select.Values values) {
            values.getExpressions().forEach(value -> value.accept(finder, null));
        } else {
            expression.accept(finder, null);
        }
        return new Found(finder.subqueries, finder.routines);
    }

    static List<@Nullable Expression> of(PlainSelect select) {
        var all = new ArrayList<@Nullable Expression>();
        if (select.getSelectItems() != null) {
            select.getSelectItems().stream().map(SelectItem::getExpression).forEach(all::add);
        }
        all.add(select.getWhere());
        all.add(select.getHaving());
        if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
            select.getGroupBy().getGroupByExpressionList().forEach(one -> all.add((Expression) one));
        }
        if (select.getOrderByElements() != null) {
            select.getOrderByElements().stream()
                    .map(OrderByElement::getExpression)
                    .forEach(all::add);
        }
        if (select.getLimit() != null) {
            all.add(select.getLimit().getRowCount());
        }
        return all;
    }

    private static class Finder extends ExpressionVisitorAdapter<Void> {

        private final List<Select> subqueries = new ArrayList<>();
        private final List<Function> routines = new ArrayList<>();

        @Override
        public <S> Void visit(ParenthesedSelect select, S context) {
            subqueries.add(select);
            return null;
        }

        @Override
        public <S> Void visit(Select select, S context) {
            subqueries.add(select);
            return null;
        }

        @Override
        public <S> Void visit(AnyComparisonExpression any, S context) {
            if (any.getSelect() != null) {
                subqueries.add(any.getSelect());
            }
            return null;
        }

        @Override
        public <S> Void visit(Function function, S context) {
            routines.add(function);
            return super.visit(function, context);
        }
    }
}
