package io.tilth.guard.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.guard.matrix.Attempt.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The kinds of statement by which one might see or touch another tenant's rows, or learn that they exist. */
enum Attack {
    SELECT {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            var table = target.table().name();
            assertThat(attempt.run("select count(*) from " + table)).satisfies(seen(ownRows));
            assertThat(attempt.run("select count(*) from %s where %s".formatted(table, target.theirs())))
                    .satisfies(seen(0));
        }
    },
    INSERT {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            var fresh = attempt.run(Rows.insertOf(target.table(), target.newTheirs()));
            var taken = attempt.run(Rows.insertOf(target.table(), target.victim()));
            assertThat(fresh).matches(Outcome::isRefused);
            assertThat(taken).matches(fresh::tellsAsMuchAs, "tells nothing of rows that are there");
        }
    },
    UPDATE {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            var set = "update %s set \"%s\" = \"%2$s\""
                    .formatted(target.table().name(), target.table().plainColumn());
            assertThat(attempt.run(set)).satisfies(seen(ownRows));
            assertThat(attempt.run(set + " where " + target.theirs())).satisfies(seen(0));
            var move = attempt.run("update %s set tenant_id = %s"
                    .formatted(target.table().name(), target.victim().get("tenant_id")));
            assertThat(move).matches(moved -> ownRows == 0 && moved.rows() == 0 || moved.isRefused(), "moves no row");
        }
    },
    DELETE {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            assertThat(attempt.run(
                            "delete from %s where %s".formatted(target.table().name(), target.theirs())))
                    .satisfies(seen(0));
        }
    },
    UPSERT {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            var insert = Rows.insertOf(target.table(), target.victim());
            var column = target.table().plainColumn();
            var key = Rows.quoted(target.table().primaryKey().columns());
            assertThat(attempt.run(insert + " on conflict do nothing")).matches(Outcome::isRefused);
            assertThat(attempt.run("%s on conflict (%s) do update set \"%s\" = excluded.\"%3$s\""
                            .formatted(insert, key, column)))
                    .matches(Outcome::isRefused);
        }
    },
    COPY {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            assertThat(copyOut(target, attempt, "%s").lines().count()).isLessThanOrEqualTo(ownRows);
            // Under a policy a plain copy leaves out the parts of a table that has parts; a query does not.
            assertThat(copyOut(target, attempt, "(select * from %s)").lines().count())
                    .isEqualTo(ownRows);
            assertThat(copyIn(target, attempt)).isIn("0A000", Outcome.REFUSED);
        }
    },
    FOREIGN_KEY {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            for (var reference : target.tenantReferences()) {
                var theirs = attempt.run(Rows.insertOf(target.table(), target.minePointingToTheirs(reference)));
                var nobodys = attempt.run(Rows.insertOf(target.table(), target.mineWithNobodys(reference.columns())));
                assertThat(theirs.state()).isIn(Outcome.FOREIGN_KEY, Outcome.REFUSED);
                assertThat(theirs).matches(nobodys::tellsAsMuchAs, "tells nothing of rows that are there: " + nobodys);
            }
        }
    },
    UNIQUE {
        @Override
        void on(Target target, Attempt attempt, long ownRows) throws SQLException {
            for (var key : target.table().uniques()) {
                if (key.columns().equals(List.of("tenant_id"))) {
                    continue; // one row a tenant: there is nothing of theirs to guess
                }
                var columns = target.filled(key.columns());
                var theirs = attempt.run(Rows.insertOf(target.table(), target.mineWithTheirs(columns)));
                var nobodys = attempt.run(Rows.insertOf(target.table(), target.mineWithNobodys(columns)));
                assertThat(theirs.state()).isNotEqualTo(Outcome.UNIQUE);
                assertThat(theirs).matches(nobodys::tellsAsMuchAs, "tells nothing of rows that are there: " + nobodys);
            }
        }
    };

    /** @param ownRows how many rows the asker has in the table and so may see */
    abstract void on(Target target, Attempt attempt, long ownRows) throws SQLException;

    private static java.util.function.Consumer<Outcome> seen(long rows) {
        return outcome -> {
            if (!outcome.isRefused()) {
                assertThat(outcome).isEqualTo(new Outcome(rows, "", ""));
            }
        };
    }

    private static String copyOut(Target target, Attempt attempt, String what) throws SQLException {
        var out = new StringWriter();
        try {
            attempt.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + what.formatted(target.table().name()) + " to stdout", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static String copyIn(Target target, Attempt attempt) throws SQLException {
        var before = attempt.connection().setSavepoint();
        try {
            attempt.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin".formatted(target.table().name()), new StringReader(""));
            return "copied";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            attempt.connection().rollback(before);
        }
    }

    static List<Attack> on(Table table) {
        return table.view() ? List.of(SELECT) : List.of(values());
    }
}
