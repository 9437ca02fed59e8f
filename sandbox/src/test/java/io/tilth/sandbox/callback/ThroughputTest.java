package io.tilth.sandbox.callback;

import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.BigCompany;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How much news the sandbox can push, each deed on the disk first: {@code -Dtilth.long=true} shows it. */
class ThroughputTest {
    private static final int DEEDS = 20_000;

    @Test
    @EnabledIfSystemProperty(named = "tilth.long", matches = "true")
    void pushesThousandsASecond(@TempDir Path home) throws Exception {
        var settings = Settings.forTest().in(home).with(Seed.company(100, 1_000));
        try (var sandbox = Sandbox.start(settings);
                var ear = new Ear(CORP)) {
            CallbackAddress address = ear.address();
            assertThat(sandbox.callbacks().configure(CORP, AGENT, address)).isEmpty();
            sandbox.callbacks().set(64, Duration.ofSeconds(1));
            long start = System.nanoTime();
            var next = new AtomicInteger();
            var workers = IntStream.range(0, 64)
                    .mapToObj(worker -> Thread.ofVirtual().start(() -> work(sandbox, next)))
                    .toList();
            for (var worker : workers) {
                worker.join();
            }
            double deeds = DEEDS / ((System.nanoTime() - start) / 1e9);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> sandbox.callbacks().pending() == 0);
            double pushed = DEEDS / ((System.nanoTime() - start) / 1e9);
            System.out.printf("%.0f deeds/s, %.0f callbacks/s pushed and answered%n", deeds, pushed);
            assertThat(ear.heard()).hasSize(DEEDS);
        }
    }

    private static void work(Sandbox sandbox, AtomicInteger next) {
        for (int nth = next.getAndIncrement(); nth < DEEDS; nth = next.getAndIncrement()) {
            var person = sandbox.actors().customers().appear("客户" + nth);
            sandbox.actors().customers().add(person, CORP, BigCompany.user(nth % 100), "load");
        }
    }
}
