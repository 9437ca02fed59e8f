package io.tilth.wecom.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.inbox.Mutations.Attempt;
import io.tilth.wecom.inbox.Mutations.Mutation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that is not WeCom's comes in, nothing breaks, and no answer tells which part was wrong. */
@ServerTest
@Import({KernelProbe.class, HearingConsumer.class})
class HostileCallbackTest {

    private static final int MUTATIONS = 10_000;
    private static final String CORP = Correspondent.CORP;

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    CallbackAddresses addresses;

    @Autowired
    JdbcClient jdbc;

    Correspondent wecom;
    Correspondent other;
    Mutations mutations;

    @BeforeEach
    void connect() {
        wecom = Correspondent.of(port, Probing.on(port, "none:at-all").tenant(), visits, addresses);
        other = Correspondent.of(port, Probing.on(port, "none:at-all").tenant(), visits, addresses);
        mutations = new Mutations(wecom, other);
    }

    @Test
    void acceptsNoneOfTenThousandMutations() throws Exception {
        refuse(wecom, mutations.attempts(500)); // whatever is loaded once is loaded now
        long before = usedMemory();
        var answers = refuse(wecom, mutations.attempts(MUTATIONS));
        long grown = usedMemory() - before;

        assertThat(answers).as("one answer for all").hasSize(1).containsExactly("403 text/plain []");
        assertThat(stored(wecom) + stored(other)).isZero();
        assertThat(grown).as("memory kept, in bytes").isLessThan(24L << 20);
        assertThat(wecom.send(mutations.message()).statusCode())
                .as("a real one still comes in")
                .isEqualTo(200);
    }

    @Test
    void answersBadPaddingAsBadSignature() {
        var padding = send(wecom, mutations.mutate(Mutation.PADDING));
        var signature = send(wecom, mutations.mutate(Mutation.SIGNATURE));
        var receiver = send(wecom, mutations.mutate(Mutation.RECEIVER));

        assertThat(told(padding)).isEqualTo(told(signature)).isEqualTo(told(receiver));
    }

    @Test
    void readsNoDocumentTypesAndNoEntities() {
        var secret = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%2$d;\">".formatted(i, i - 1));
        }
        bomb.append("]>");
        var inside = new ArrayList<String>();
        for (var head :
                List.of(secret, bomb.toString(), "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">", "<?p i?>")) {
            var entity = head.contains("ENTITY f") ? "&f;" : head.contains("a29") ? "&a29;" : "";
            inside.add(head + mutations.message().replace("lin", "lin" + entity));
        }
        inside.add("<xml>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</xml>");
        inside.add("<xml>" + "<a>1</a>".repeat(6_000) + "</xml>");
        for (var text : inside) {
            assertThat(wecom.send(text).statusCode()).as("signed: %.60s", text).isEqualTo(403);
            var sealed = wecom.seal(mutations.message());
            var outside = text.replaceFirst("(?s)<xml>.*", "") + sealed.xml(CORP);
            if (text.startsWith("<!") || text.startsWith("<?")) {
                assertThat(post(wecom.path() + sealed.query(), "text/xml", outside.getBytes(UTF_8)))
                        .as("around it: %.60s", text)
                        .isEqualTo(403);
            }
        }
        assertThat(stored(wecom)).isZero();
    }

    @Test
    void refusesOtherContentTypes() {
        for (var type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "text/xmlx",
                "*/*",
                "image/svg+xml")) {
            var sealed = wecom.seal(mutations.message());
            assertThat(post(
                            wecom.path() + sealed.query(),
                            type,
                            sealed.xml(CORP).getBytes(UTF_8)))
                    .as(type)
                    .isEqualTo(415);
        }
        var sealed = wecom.seal(mutations.message());
        assertThat(post(
                        wecom.path() + sealed.query(),
                        "application/json",
                        sealed.xml(CORP).getBytes(UTF_8)))
                .isEqualTo(403);
        assertThat(stored(wecom)).isZero();
    }

    @Test
    void takesNoBodiesOfTenMegabytes() throws Exception {
        var big = new byte[10 << 20];
        Arrays.fill(big, (byte) 'A');
        long before = usedMemory();
        for (int i = 0; i < 20; i++) {
            var sealed = wecom.seal(mutations.message());
            assertThat(post(wecom.path() + sealed.query(), "text/xml", big)).isEqualTo(413);
            // Without saying how long it is.
            var answer = wecom.post(
                    wecom.path() + sealed.query(),
                    "text/xml",
                    BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(big)));
            assertThat(answer.statusCode()).isEqualTo(413);
        }
        assertThat(usedMemory() - before).isLessThan(24L << 20);
        assertThat(stored(wecom)).isZero();
    }

    @Test
    void answersNoVerificationThatIsNotWecoms() {
        var sealed = other.seal("1");
        var echo = java.net.URLEncoder.encode(sealed.text(), UTF_8);
        for (var query : List.of(
                "",
                sealed.query(),
                sealed.query() + "&echostr=" + echo,
                sealed.query() + "&echostr=" + "A".repeat(5_000),
                "?msg_signature=&timestamp=&nonce=&echostr=")) {
            var answer = Probing.on(port, "none:at-all").get(wecom.path() + query);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
    }

    /** All different answers that were given. */
    private Set<String> refuse(Correspondent to, List<Attempt> attempts) throws InterruptedException {
        var answers = new ConcurrentSkipListSet<String>();
        var few = new Semaphore(32);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : attempts) {
                few.acquire();
                senders.submit(() -> {
                    try {
                        var answer = send(to, attempt);
                        answers.add(answer.statusCode() + " "
                                + answer.headers()
                                        .firstValue("Content-Type")
                                        .orElse("")
                                        .split(";")[0] + " ["
                                + answer.body() + "]");
                    } finally {
                        few.release();
                    }
                });
            }
        }
        return answers;
    }

    private static HttpResponse<String> send(Correspondent to, Attempt attempt) {
        return to.post(attempt.path(), "text/xml", BodyPublishers.ofString(attempt.body()));
    }

    private int post(String path, String type, byte[] body) {
        return wecom.post(path, type, BodyPublishers.ofByteArray(body)).statusCode();
    }

    /** All that an answer tells but for the time and its number. */
    private static String told(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.matches("(?i)date|x-request-id|content-security-policy|set-cookie"));
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    private int stored(Correspondent whose) {
        return visits.system(
                whose.tenant(),
                () -> jdbc.sql("select id from wecom.callback where tenant_id = :it")
                        .param("it", whose.tenant().value())
                        .query()
                        .listOfRows()
                        .size());
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
