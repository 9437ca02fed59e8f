package io.tilth.guard.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.guard.catalog.CatalogGuard.Listed;
import io.tilth.guard.walls.Migrations;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After all migrations, no table, view, routine or role breaks the rules of tenancy. */
class CatalogGuardTest {

    static final Listed LISTED = new Listed(
            "tilth_app",
            "^migration\\.[a-z]+$",
            Map.of(
                    "customer.extend_interactions()",
                    "only an owner adds the months of a partitioned table; takes no argument",
                    "tenancy.erase_trail()",
                    "the trail is closed to the serving role; takes the rows of an erased tenant, under the policy",
                    "wecom.keep_callback_months()",
                    "only an owner adds and drops the months of a partitioned table; takes no names from anybody",
                    "tracking.keep_event_months()",
                    "only an owner adds and drops the months of a partitioned table; takes no names from anybody"),
            Map.of(),
            Map.of(
                    "tracking.event",
                    "beats of all companies come in faster than one commit each; their sealed tokens prove whose they are",
                    "wecom.callback",
                    "callbacks of all companies come in faster than one commit each; their signatures prove whose they are"));

    @Test
    void everyTableKeepsItsTenant() throws SQLException {
        var database = MigratedDatabase.copy();
        try (var connection = database.connectAsSuperuser()) {
            assertThat(new CatalogGuard(connection, LISTED, Migrations.uses()).violations())
                    .extracting(Object::toString)
                    .isEmpty();
        } finally {
            database.drop();
        }
    }

    @Test
    void exceptionsGiveAReason() {
        assertThat(LISTED.definers().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
        assertThat(LISTED.ingests().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
        assertThat(LISTED.indexes().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }
}
