package io.tilth.guard.matrix;

import java.sql.Connection;
import java.sql.SQLException;

/** Tries statements one after the other in a transaction, each as if the ones before had not been. */
record Attempt(Connection connection) {

    /** What came of a statement: so many rows touched (or the number that a count gave), or an error. */
    record Outcome(long rows, String state, String message) {

        static final String REFUSED = "42501"; // by a policy, or for want of the privilege
        static final String UNIQUE = "23505";
        static final String FOREIGN_KEY = "23503";

        boolean isRefused() {
            return state.equals(REFUSED);
        }

        /** The same but for the values that the message repeats, which the asker knows anyhow. */
        boolean tellsAsMuchAs(Outcome other) {
            return rows == other.rows
                    && state.equals(other.state)
                    && blank(message).equals(blank(other.message));
        }

        private static String blank(String message) {
            return message.replaceAll("=\\([^\\n]*?\\)", "=(…)");
        }
    }

    Outcome run(String sql) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            return new Outcome(rows(statement, sql), "", "");
        } catch (SQLException refused) {
            return new Outcome(0, refused.getSQLState(), refused.getMessage());
        } finally {
            connection.rollback(before);
        }
    }

    private static long rows(java.sql.Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return statement.getUpdateCount();
        }
        try (var rows = statement.getResultSet()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
