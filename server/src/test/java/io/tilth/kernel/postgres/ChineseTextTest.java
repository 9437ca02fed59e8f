package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the wrong locale all of this fails silently, years after the database was made. */
class ChineseTextTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.fresh().connectAsOwner();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema kernel; create extension pg_trgm schema kernel");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void findsTrigramsInChineseText() throws SQLException {
        assertThat(ask("select kernel.show_trgm('欧阳明月')::text")).isNotEqualTo(List.of("{}"));
        assertThat(ask("select (kernel.similarity('欧阳明月', '欧阳明') > 0.4)::text")).containsExactly("true");
    }

    @Test
    void ordersNamesByTheirSound() throws SQLException {
        assertThat(ask("select name from (values ('赵'), ('李'), ('陈'), ('王')) as person (name)"
                        + " order by name collate \"zh-x-icu\""))
                .containsExactly("陈", "李", "王", "赵");
    }

    @Test
    void keepsTextAsItWasWritten() throws SQLException {
        assertThat(ask("select lower('TILTH 门店 Ä 😀') || length('门店😀')")).containsExactly("tilth 门店 ä 😀3");
        assertThat(ask("select datlocprovider::text || datlocale || pg_encoding_to_char(encoding)"
                        + " from pg_database where datname = current_database()"))
                .containsExactly("bC.UTF-8UTF8");
    }

    private List<String> ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
