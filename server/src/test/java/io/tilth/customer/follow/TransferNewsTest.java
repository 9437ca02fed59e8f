package io.tilth.customer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.TransferFailed;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.wecom.Callback;
import io.tilth.wecom.WecomCustomers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@Import({KernelProbe.class, Directories.class})
@RecordApplicationEvents
class TransferNewsTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @MockitoBean
    WecomCustomers wecom;

    @Autowired
    ApplicationEvents events;

    @Test
    void passesOnThatATransferFailed() {
        var acme = Probing.on(port, "customer:read");
        var company = directories.connect(acme.tenant());
        directories.tell(
                acme.tenant(),
                new Callback(
                        UUID.randomUUID(),
                        company,
                        "change_external_contact",
                        "transfer_fail",
                        Instant.parse("2026-11-22T04:00:00Z"),
                        Map.of("UserID", "zhao", "ExternalUserID", "wmWang", "FailReason", "customer_refused")));

        assertThat(events.stream(TransferFailed.class).map(TransferFailed::reason))
                .containsExactly("customer_refused");
    }
}
