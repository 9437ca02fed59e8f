package io.tilth.wecom.client;

import io.tilth.ServerTest;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CallQuota;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Corporations;
import io.tilth.wecom.WecomSettings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The client on the real database, before a platform that does what it is told. */
@ServerTest
@Import(Corporations.class)
abstract class ClientTest {

    static final Platform PLATFORM = new Platform();
    static final String SECRET = "s3cr3t-of-the-app";
    private static final AtomicLong TENANTS = new AtomicLong(7_100_000);

    @Autowired
    Corporations corporations;

    @Autowired
    Calls calls;

    @Autowired
    TokenService tokenService;

    @Autowired
    CredentialService credentials;

    @Autowired
    CloseableHttpClient wecomHttp;

    @Autowired
    WecomSettings settings;

    @Autowired
    CallQuota quota;

    @Autowired
    Tally tally;

    @Autowired
    Clock clock;

    TenantId acme;
    String corpId;
    CompanyId company;

    @DynamicPropertySource
    static void askThePlatform(DynamicPropertyRegistry registry) {
        registry.add("tilth.wecom.api-url", PLATFORM::url);
        registry.add("tilth.wecom.calls.pause", () -> "300ms");
        registry.add("tilth.wecom.calls.patience", () -> "4s");
        registry.add("tilth.wecom.calls.at-once", () -> "16");
    }

    @BeforeEach
    void connectACompany() {
        PLATFORM.reset();
        acme = new TenantId(TENANTS.incrementAndGet());
        corpId = "ww" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        company = corporations.connect(acme, corpId, 1_000_002, SECRET);
    }

    String get(String api) {
        return get(calls, acme, company, api);
    }

    static String get(Calls node, TenantId tenant, CompanyId company, String api) {
        return TenantScope.of(tenant)
                .call(() -> node.call(company, api, line -> line.get(line.url("/cgi-bin/" + api), null)));
    }

    /** Another node on the same database: nothing in its memory. */
    Calls anotherNode() {
        var waiting = new Waiting();
        var meter = new Meter();
        var tokens = new Tokens(tokenService, waiting, clock);
        return new Calls(
                new Lines(credentials, wecomHttp, settings, clock),
                new AccessTokens(tokens, tally, meter, waiting),
                quota,
                new Shares(settings),
                waiting,
                tally,
                meter,
                settings);
    }

    /** Does the work so often, all at the same moment. */
    static <T> List<Future<T>> atOnce(int times, Callable<T> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            return all;
        }
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
