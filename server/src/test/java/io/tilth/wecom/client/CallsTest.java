package io.tilth.wecom.client;

import static io.tilth.wecom.client.Platform.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallMeter;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class CallsTest extends ClientTest {

    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    @Autowired
    TenantVisits visits;

    @Autowired
    CallMeter meter;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksABusyPlatformAgain() {
        var asked = new AtomicInteger();
        PLATFORM.on("user/get", any -> asked.incrementAndGet() < 3 ? error(-1) : OK);

        assertThat(get("user/get")).isEqualTo(OK);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpOnAPlatformThatStaysBusy() {
        PLATFORM.on("user/get", any -> error(45033));

        assertThatExceptionOfType(WecomRefusal.class)
                .isThrownBy(() -> get("user/get"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.BUSY));
        assertThat(PLATFORM.asked("user/get")).hasSize(4);
    }

    @Test
    void asksOnceWhatIsWrongAnyway() {
        for (int code : new int[] {60111, 40003, 84061, 60020, 48002}) {
            PLATFORM.reset();
            PLATFORM.on("user/get", any -> error(code));

            assertThatExceptionOfType(WecomRefusal.class)
                    .isThrownBy(() -> get("user/get"))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
            assertThat(PLATFORM.asked("user/get")).hasSize(1);
        }
    }

    @Test
    void doesNothingTwiceThatMayHaveHappened() {
        var hangUp = new AtomicInteger();
        PLATFORM.on("externalcontact/add_contact_way", any -> {
            hangUp.incrementAndGet();
            throw new IllegalStateException("cut");
        });
        PLATFORM.on("user/get", any -> {
            throw new IllegalStateException("cut");
        });

        assertThatThrownBy(() -> get("externalcontact/add_contact_way")).isInstanceOf(WecomRefusal.class);
        assertThat(hangUp).hasValue(1);
        assertThatThrownBy(() -> get("user/get")).isInstanceOf(WecomRefusal.class);
        assertThat(PLATFORM.asked("user/get")).hasSize(4);
    }

    @Test
    void waitsUntilThePlatformsLimitHasPassed() {
        var asked = new AtomicInteger();
        PLATFORM.on("user/get", any -> asked.incrementAndGet() == 1 ? error(45009) : OK);

        var measured = TenantScope.of(acme).call(() -> meter.measure(() -> get("user/get")));

        assertThat(measured.result()).isEqualTo(OK);
        assertThat(measured.waited()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
        assertThat(measured.calls()).isEqualTo(3); // the token, the call, the call again
    }

    @Test
    void putsOffWhatWouldWaitTooLong() {
        PLATFORM.on("user/get", any -> error(45009));

        assertThatExceptionOfType(WecomRefusal.class)
                .isThrownBy(() -> get("user/get"))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.OVER_LIMIT);
                    assertThat(refusal.after()).isPositive();
                });
        assertThat(PLATFORM.asked("user/get").size()).isLessThan(5);
    }

    @Test
    void leavesOtherInterfacesAloneWhileOneIsOverItsLimit() {
        PLATFORM.on("user/get", any -> error(45009));
        PLATFORM.on("department/list", any -> OK);
        assertThatThrownBy(() -> get("user/get")).isInstanceOf(WecomRefusal.class);

        assertThat(get("department/list")).isEqualTo(OK);
    }

    @Test
    void refusesToCallWithinATransaction() {
        assertThatThrownBy(() -> visits.system(acme, () -> get("user/get")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside the transaction");
        assertThat(PLATFORM.asked("user/get")).isEmpty();
    }

    @Test
    void letsNoSlowTenantStarveAnother() throws InterruptedException {
        var globex = new TenantId(acme.value() + 500_000);
        var other = corporations.connect(globex, corpId + "g", 1, SECRET);
        var stuck = new CountDownLatch(1);
        PLATFORM.on("user/list", any -> {
            await().until(() -> stuck.getCount() == 0);
            return OK;
        });
        PLATFORM.on("user/get", any -> OK);
        var slow = Thread.ofVirtual().start(() -> atOnce(100, () -> get("user/list")));
        await().until(() -> PLATFORM.asked("user/list").size() == 16);

        for (int i = 0; i < 20; i++) {
            assertThat(get(calls, globex, other, "user/get")).isEqualTo(OK);
        }
        assertThat(PLATFORM.asked("user/list")).hasSize(16);
        stuck.countDown();
        assertThat(slow.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void keepsARecordOfWhatFailedAndHowOften() {
        PLATFORM.on("user/get", any -> error(60111));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> get("user/get")).isInstanceOf(WecomRefusal.class);
        }

        await().untilAsserted(() -> assertThat(visits.system(
                        acme,
                        () -> jdbc.sql("""
                        select api || ' ' || code || ' ' || times from wecom.call_failure
                        where tenant_id = :tenant and company_id = :company
                        """)
                                .param("tenant", acme.value())
                                .param("company", company.value())
                                .query(String.class)
                                .list()))
                .containsExactly("user/get 60111 3"));
        assertThat(visits.system(
                        acme,
                        () -> jdbc.sql("""
                select calls || ' ' || errors from wecom.call_hour where tenant_id = :tenant
                """)
                                .param("tenant", acme.value())
                                .query(String.class)
                                .single()))
                .isEqualTo("4 3");
    }

    @Test
    void writesNoSecretIntoAnyLogOrMessage(CapturedOutput output) {
        PLATFORM.on("user/get", any -> error(60011));
        assertThatThrownBy(() -> get("user/get"))
                .hasToString("io.tilth.wecom.WecomRefusal: user/get answered 60011: no, from ip: 1.2.3.4");
        PLATFORM.on("user/get", any -> {
            throw new IllegalStateException("cut");
        });
        assertThatThrownBy(() -> get("user/get"))
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("token-", SECRET));
        PLATFORM.on("gettoken", any -> error(40001));

        var token = PLATFORM.asked("user/get").getFirst().token();
        assertThat(token).startsWith("token-");
        assertThat(output.getAll()).doesNotContain(token, SECRET);
        assertThat(TenantScope.of(acme)
                        .call(() -> calls.line(company).credentials().toString()))
                .doesNotContain(SECRET);
    }
}
