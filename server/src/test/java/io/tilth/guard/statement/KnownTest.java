package io.tilth.guard.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.Test;

/** Statements that a person has read because the parser cannot. */
class KnownTest {

    private final Known known = Known.inFile();

    @Test
    void eachListedStatementGivesAReason() {
        known.listed().forEach((sql, reason) -> assertThat(reason).as(sql).hasSizeGreaterThan(20));
    }

    @Test
    void noListedStatementCouldBeParsed() {
        known.listed().keySet().forEach(sql -> assertThat(parses(sql)).as(sql).isFalse());
    }

    @Test
    void eachIngestGivesAReason() {
        assertThat(known.ingests()).isNotEmpty();
        known.ingests().forEach((sql, reason) -> assertThat(reason).as(sql).hasSizeGreaterThan(20));
    }

    @Test
    void excusesAnIngestFromOneRuleOnly() {
        var sql = "insert into shop.sale (tenant_id) select tenant_id from unnest(?) as s (tenant_id)";
        var some = new Known(Map.of(), Map.of(sql, "read by a person"));
        var tenants = "the insert into shop.sale takes tenant_id from a column that is not tied";

        assertThat(some.excuses(sql, tenants)).isTrue();
        assertThat(some.excuses(sql, "shop.line is named without its tenant")).isFalse();
        assertThat(some.excuses(sql + " limit 1", tenants)).isFalse();
        assertThat(known.excuses(sql, tenants)).isFalse();
    }

    @Test
    void takesAListedStatementVerbatimWhateverItsLines() {
        var one = new Known(Map.of("copy shop.sale to stdout", "read by a person"));
        assertThat(one.covers("copy shop.sale\n    to stdout")).isTrue();
        assertThat(one.covers("copy shop.sales to stdout")).isFalse();
    }

    private static boolean parses(String sql) {
        try {
            CCJSqlParserUtil.parse(sql);
            return true;
        } catch (net.sf.jsqlparser.JSQLParserException unknownWords) {
            return false;
        }
    }
}
