package io.tilth.wecom.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant whose callbacks take for ever, or fail, does not keep the others waiting. */
@ServerTest
@Import({KernelProbe.class, HearingConsumer.class})
class NoisyTenantTest {

    private static final int MANY = 150;

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    CallbackAddresses addresses;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSlowOneDoesNotSlowTheOthers() {
        othersAreServedBeside("dawdle");
    }

    @Test
    void aFailingOneDoesNotSlowTheOthers() {
        othersAreServedBeside("break");
    }

    private void othersAreServedBeside(String change) {
        var noisy = correspondent();
        var quiet = correspondent();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, MANY)
                    .forEach(number -> senders.submit(() -> noisy.send(message(change, "wm" + number, number))));
        }
        for (int number = 0; number < 10; number++) {
            int count = number + 1;
            assertThat(quiet.send(message("create", "wm" + number, number)).statusCode())
                    .isEqualTo(200);
            await().until(() -> heard(quiet) == count);
        }
        assertThat(heard(noisy)).isLessThan(MANY);
        quieten(noisy);
    }

    /** So that the other tests of this server have it to themselves. */
    private void quieten(Correspondent noisy) {
        visits.system(
                noisy.tenant(),
                () -> jdbc.sql("delete from wecom.callback_due where tenant_id = :it")
                        .param("it", noisy.tenant().value())
                        .update());
    }

    private Correspondent correspondent() {
        return Correspondent.of(port, Probing.on(port, "none:at-all").tenant(), visits, addresses);
    }

    private static String message(String change, String customer, int number) {
        return Correspondent.message("test_noise", change, customer, 1_790_000_000 + number, "");
    }

    private int heard(Correspondent whose) {
        return visits.system(
                whose.tenant(),
                () -> jdbc.sql("select id from kernel.audit where tenant_id = :it and action = 'callback.heard'")
                        .param("it", whose.tenant().value())
                        .query()
                        .listOfRows()
                        .size());
    }
}
