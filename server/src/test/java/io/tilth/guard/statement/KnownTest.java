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
