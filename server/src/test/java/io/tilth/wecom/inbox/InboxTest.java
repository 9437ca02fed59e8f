package io.tilth.wecom.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What WeCom tells is stored, then acknowledged, then worked off in order, once. */
@ServerTest
@Import({KernelProbe.class, HearingConsumer.class})
class InboxTest {

    private static final long NOON = Instant.parse("2026-11-22T04:00:00Z").getEpochSecond();

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    CallbackAddresses addresses;

    @Autowired
    JdbcClient jdbc;

    Correspondent wecom;

    @BeforeEach
    void connect() {
        wecom = Correspondent.of(port, Probing.on(port, "none:at-all").tenant(), visits, addresses);
    }

    @Test
    void answersAVerificationWithTheBareText() {
        var answer = wecom.verify("1616140317555161061");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1616140317555161061");
        assertThat(visits.system(wecom.tenant(), () -> addresses.verifiedAt(wecom.company())))
                .isPresent();
    }

    @Test
    void storesWorksOffAndDoesNothingTwice() {
        var message = test("create", "wm1", 1);
        for (int i = 0; i < 3; i++) {
            var answer = wecom.send(message);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("success");
        }
        awaitHeard(1);
        await().until(() -> waiting() == 0);
        assertThat(numbers()).containsExactly("1");
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void worksOffEachCustomersNewsInOrder() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(customer -> senders.submit(() -> IntStream.range(0, 20)
                            .forEach(number -> wecom.send(test("edit", "wm" + customer, customer * 100 + number)))));
        }
        awaitHeard(400);
        var heard = numbers().stream().map(Integer::parseInt).toList();
        for (int customer = 0; customer < 20; customer++) {
            int from = customer * 100;
            assertThat(heard.stream().filter(number -> number / 100 * 100 == from))
                    .isSorted()
                    .hasSize(20);
        }
    }

    @Test
    void keepsWhatFailsAndGoesOnWithTheNext() {
        wecom.send(test("create", "wm1", 1));
        wecom.send(test("break", "wm1", 2));
        IntStream.range(3, 30).forEach(number -> wecom.send(test("edit", "wm1", number)));

        awaitHeard(28);
        assertThat(numbers()).doesNotContain("2");
        await().until(() -> !failures().isEmpty());
        assertThat(failures().getFirst()).containsEntry("reason", "IllegalStateException: It breaks.");
    }

    @Test
    void keepsAndMarksWhatNobodyWants() {
        wecom.send(Correspondent.message("nobody_hears_this", "", "wm1", NOON, ""));

        await().until(() -> done() == 1);
        assertThat(jdbc.sql("select count(*) from wecom.callback where tenant_id = :it and not heard")
                        .param("it", wecom.tenant().value())
                        .query(Long.class)
                        .single())
                .isZero(); // behind the second lock
    }

    @Test
    void leavesFormerAddressesWorkingUntilTheNewOneIsVerified() {
        wecom.verify("1");
        var next = visits.system(wecom.tenant(), () -> addresses.issue(wecom.company(), Correspondent.CORP));
        assertThat(wecom.send(test("create", "wm1", 1)).statusCode()).isEqualTo(200);
        assertThat(next.url()).isNotEqualTo(wecom.issued().url());

        visits.system(wecom.tenant(), () -> {
            addresses.withdraw(wecom.company());
            return true;
        });
    }

    @Test
    void refusesWithOneAnswerWhateverIsWrong() {
        var sealed = wecom.seal(test("create", "wm1", 1));
        var wrongSignature = wecom.post(
                wecom.path() + sealed.query().replace("msg_signature=", "msg_signature=0"),
                "text/xml",
                BodyPublishers.ofString(sealed.xml(Correspondent.CORP)));
        var unknown = wecom.post(
                "/wecom/callback/" + "0".repeat(32) + sealed.query(),
                "text/xml",
                BodyPublishers.ofString(sealed.xml(Correspondent.CORP)));
        assertThat(List.of(wrongSignature.statusCode(), unknown.statusCode())).containsOnly(403);
        assertThat(wrongSignature.body()).isEqualTo(unknown.body());
        assertThat(wecom.post(wecom.path() + sealed.query(), "text/plain", BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(415);
    }

    private static String test(String change, String customer, int number) {
        return Correspondent.message("test_event", change, customer, NOON + number, "<Number>" + number + "</Number>");
    }

    private void awaitHeard(int count) {
        await().until(() -> numbers().size() >= count);
    }

    private List<String> numbers() {
        return asTenant("""
                select detail ->> 'number' as number from kernel.audit
                where tenant_id = :it and action = 'callback.heard' order by id""").stream().map(row -> (String) row.get("number")).toList();
    }

    private List<Map<String, Object>> failures() {
        return asTenant("select reason, attempts from wecom.callback_failure where tenant_id = :it");
    }

    private long done() {
        return asTenant("select id from wecom.callback where tenant_id = :it and done_at is not null")
                .size();
    }

    private long waiting() {
        return asTenant("select id from wecom.callback_due where tenant_id = :it")
                .size();
    }

    private List<Map<String, Object>> asTenant(String sql) {
        return visits.system(
                wecom.tenant(),
                () -> jdbc.sql(sql).param("it", wecom.tenant().value()).query().listOfRows());
    }
}
