package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void clonesTheTemplateThatWasFilledOnce() throws SQLException {
        var template = TestDatabase.template(TestDatabaseTest::migrate);
        assertThat(TestDatabase.template(again -> {
                    throw new AssertionError("filled twice");
                }))
                .isSameAs(template);

        var clone = TestDatabase.cloneOf(template);
        try (Connection connection = clone.connectAsApp();
                var rows = connection.createStatement().executeQuery("select name from shop.till")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("first");
        }
        clone.drop();
        assertThatExceptionOfType(SQLException.class).isThrownBy(clone::connectAsApp);
    }

    @Test
    void givesAFreshDatabaseToOnesOwn() throws SQLException {
        try (Connection one = TestDatabase.fresh().connectAsOwner();
                Connection other = TestDatabase.fresh().connectAsOwner()) {
            one.createStatement().execute("create schema shop");
            other.createStatement().execute("create schema shop");
            assertThat(one.getCatalog()).isNotEqualTo(other.getCatalog());
        }
    }

    private static void migrate(TestDatabase database) {
        try (Connection connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("create schema shop; create table shop.till (name text)");
            statement.execute("insert into shop.till values ('first')");
            statement.execute("grant usage on schema shop to tilth_app; grant select on shop.till to tilth_app");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
