package io.tilth.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantVisits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(KernelProbe.class)
class StuckEventTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    StuckEventRepository stuck;

    @Autowired
    TenantVisits visits;

    @Autowired
    TenantJdbc jdbc;

    Probing probe;

    @BeforeEach
    void asAProbe() {
        probe = Probing.on(port, "none:at-all");
    }

    @Test
    void saysAgainWhatWasSaidAgainToANodeThatDied() {
        var old = said(SINCE.minusSeconds(1));
        var fresh = said(SINCE);

        in(() -> {
            stuck.fail(SINCE);
            return 0;
        });

        assertThat(status(old)).isEqualTo("FAILED");
        assertThat(status(fresh)).isEqualTo("RESUBMITTED");
    }

    private UUID said(Instant again) {
        var id = UUID.randomUUID();
        in(() -> jdbc.sql("""
                insert into kernel.event_publication
                    (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                    last_resubmission_date)
                values (:id, 'nobody', 'java.lang.String', '""', :again, 'RESUBMITTED', 2, :again)
                """)
                .param("id", id)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .update());
        return id;
    }

    private String status(UUID id) {
        return in(() -> jdbc.sql("select status from kernel.event_publication where tenant_id = :tenant and id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return visits.system(probe.tenant(), work);
    }
}
