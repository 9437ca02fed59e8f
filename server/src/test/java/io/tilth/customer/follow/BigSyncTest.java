package io.tilth.customer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Sandboxed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A company of 2,000 members and 200,000 customers. Says how fast, and how much of the time was waiting for limits. */
@EnabledIfSystemProperty(named = "tilth.long", matches = "true")
class BigSyncTest extends Sandboxed {

    private static final Logger log = LoggerFactory.getLogger(BigSyncTest.class);
    private static final int CUSTOMERS = Integer.getInteger("tilth.customers", 200_000);

    @Override
    protected Duration patience() {
        return Duration.ofMinutes(20);
    }

    @Test
    void bringsThemAllAndComparesThemAtNight() {
        seed(CUSTOMERS / 100, CUSTOMERS);
        for (var kind : new String[] {"FIRST", "ASKED"}) {
            var run = sync();
            assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
            assertThat(run.path("kind").asString()).isEqualTo(kind);
            var took = Duration.between(
                    Instant.parse(run.path("startedAt").asString()),
                    Instant.parse(run.path("finishedAt").asString()));
            long follows = count("customer.follow where tenant_id = :tenant");
            log.warn(
                    "{}: {} follows in {} s = {}/s, {} calls, {} % of the time waiting for limits",
                    kind,
                    follows,
                    took.toSeconds(),
                    follows * 1000 / took.toMillis(),
                    run.path("calls").asLong(),
                    run.path("waitedMs").asLong() * 100 / took.toMillis());
            assertThat(differences(run)).doesNotContainKeys("follow.gone", "follow.changed");
        }
        assertThat(count("customer.customer where tenant_id = :tenant")).isEqualTo(CUSTOMERS);
        assertThat(ours()).isEqualTo(theirs());
    }
}
