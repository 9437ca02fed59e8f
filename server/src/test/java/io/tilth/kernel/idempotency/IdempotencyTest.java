package io.tilth.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(KernelProbe.class)
class IdempotencyTest {

    private static final String DEED = """
            {"name": "spring fair", "size": 1}""";

    @LocalServerPort
    int port;

    Probing probe;

    @BeforeEach
    void asAProbe() {
        probe = Probing.on(port, "audit:read");
    }

    @Test
    void givesAHundredEqualRequestsAtOnceOneEffectAndOneAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 100)
                    .mapToObj(n -> threads.submit(() -> deed("a-key")))
                    .toList();
            var answers = calls.stream().map(IdempotencyTest::get).collect(Collectors.toSet());

            assertThat(answers).hasSize(1);
            assertThat(answers.iterator().next()).startsWith("200").contains("spring fair");
        }
        assertThat(trail()).containsOnlyOnce("probe.deed");
    }

    @Test
    void takesAnotherKeyForAnotherDeed() {
        deed("one");
        deed("two");

        assertThat(trail().split("probe.deed", -1)).hasSize(3);
    }

    @Test
    void refusesTheSameKeyForAnotherBody() {
        deed("a-key");
        var other = probe.post("/api/v1/probe/deeds", DEED.replace("spring", "autumn"), "Idempotency-Key:a-key");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("/problems/idempotency-key-reused");
    }

    @Test
    void letsAFailedRequestBeTriedAgainAndKeepsNothingOfIt() {
        var first = probe.post("/api/v1/probe/failures", DEED, "Idempotency-Key:a-key");
        var second = probe.post("/api/v1/probe/failures", DEED, "Idempotency-Key:a-key");

        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(trail()).doesNotContain("probe.failure");
    }

    @Test
    void letsAQuestionToSomebodyOutsideRunWithoutATransactionAndBeAskedAgain() {
        var first = probe.post("/api/v1/probe/questions", DEED, "Idempotency-Key:a-key");
        var second = probe.post("/api/v1/probe/questions", DEED, "Idempotency-Key:a-key");

        assertThat(first.body()).contains("\"within\":false");
        assertThat(second.body()).contains("\"within\":false").isNotEqualTo(first.body());
    }

    @Test
    void keepsTheKeysOfTwoTenantsApart() {
        deed("a-key");
        var other = Probing.on(port, "audit:read");

        assertThat(other.post("/api/v1/probe/deeds", DEED, "Idempotency-Key:a-key")
                        .headers()
                        .firstValue("Idempotency-Replayed"))
                .isEmpty();
    }

    private String deed(String key) {
        var answer = probe.post("/api/v1/probe/deeds", DEED, "Idempotency-Key:" + key);
        return answer.statusCode() + answer.body();
    }

    private String trail() {
        HttpResponse<String> answer = probe.get("/api/v1/audit");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String get(java.util.concurrent.Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
