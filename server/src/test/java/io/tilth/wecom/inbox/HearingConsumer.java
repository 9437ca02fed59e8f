package io.tilth.wecom.inbox;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Hears callbacks of events named {@code test_…} and leaves a line in the tenant's trail for each, in the same
 * transaction. Fails on those whose change is {@code break}, dawdles on {@code dawdle}.
 */
@TestConfiguration(proxyBeanMethods = false)
class HearingConsumer {

    @Bean
    CallbackConsumer testConsumer(Audit audit) {
        return new CallbackConsumer() {

            @Override
            public boolean hears(String event) {
                return event.startsWith("test_");
            }

            @Override
            public void accept(List<Callback> callbacks) {
                callbacks.forEach(this::accept);
            }

            private void accept(Callback callback) {
                audit.note(
                        "callback.heard",
                        Subject.of("callback", callback.id()),
                        Map.of("number", callback.find("Number").orElse("")));
                if (callback.change().equals("break")) {
                    throw new IllegalStateException("It breaks.");
                }
                if (callback.change().equals("dawdle")) {
                    java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
                }
            }
        };
    }
}
