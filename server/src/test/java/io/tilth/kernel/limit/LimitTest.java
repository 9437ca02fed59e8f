package io.tilth.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.limit.LimitSettings.Company;
import io.tilth.kernel.limit.LimitSettings.Key;
import io.tilth.kernel.limit.LimitSettings.Person;
import io.tilth.kernel.limit.LimitSettings.Reader;
import io.tilth.kernel.limit.LimitSettings.Wide;
import jakarta.servlet.Filter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Each has a share, takes no more, and takes nobody else's. */
class LimitTest {

    private static final LimitSettings SMALL = new LimitSettings(
            100, new Wide(1, 2), new Reader(1, 2), new Person(1, 3), new Key(1, 2), new Company(1, 4));

    private final HandlerExceptionResolver problems = (_, response, _, refusal) -> {
        assertThat(((Refusal) refusal).facts()).containsKey("retryAfter");
        response.setStatus(429);
        return new ModelAndView();
    };

    private Filter addresses;
    private Filter callers;

    @BeforeEach
    void withFullBuckets() {
        addresses = new AddressLimitFilter(SMALL, problems);
        callers = new CallerLimitFilter(SMALL, problems);
    }

    @Test
    void stopsAFloodFromOneAddressAlone() throws Exception {
        assertThat(knock("10.0.0.1", "/r/x")).isEqualTo(200);
        assertThat(knock("10.0.0.1", "/api/v1/session")).isEqualTo(200);
        assertThat(knock("10.0.0.1", "/r/x")).isEqualTo(429);
        assertThat(knock("10.0.0.2", "/r/x")).isEqualTo(200);
    }

    @Test
    void neverMissesWhatWecomTells() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(knock("10.0.0.1", "/wecom/callback/key")).isEqualTo(200);
        }
    }

    @Test
    void letsThemInAgainAfterAWhile() throws Exception {
        knock("10.0.0.1", "/r/x");
        knock("10.0.0.1", "/r/x");
        assertThat(knock("10.0.0.1", "/r/x")).isEqualTo(429);
        Awaitility.await().until(() -> knock("10.0.0.1", "/r/x") == 200);
    }

    @Test
    void tellsAKeyHowMuchIsLeft() throws Exception {
        var key = caller(1, Caller.Kind.API_KEY);
        assertThat(ask(key).getHeader("RateLimit")).startsWith("\"key\";r=1");
        assertThat(ask(key).getHeader("RateLimit-Policy")).isEqualTo("\"key\";q=2;w=2");
        assertThat(ask(key).getStatus()).isEqualTo(429);
        assertThat(ask(caller(1, Caller.Kind.API_KEY)).getStatus()).isEqualTo(200);
    }

    @Test
    void slowsALoudCompanyAndNobodyBesideIt() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(ask(caller(1, Caller.Kind.ACCOUNT)).getStatus()).isEqualTo(200);
        }
        var fifth = ask(caller(1, Caller.Kind.ACCOUNT));
        assertThat(fifth.getStatus()).isEqualTo(429);
        assertThat(fifth.getHeader("RateLimit")).startsWith("\"tenant\";r=0;t=1");
        assertThat(ask(caller(2, Caller.Kind.ACCOUNT)).getStatus()).isEqualTo(200);
    }

    @Test
    void countsEachReaderApart() {
        var limits = new LimitConfiguration().limits(SMALL);
        limits.visitor("a");
        limits.visitor("a");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limits.visitor("a"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVER_LIMIT));
        limits.visitor("b");
    }

    private int knock(String address, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        addresses.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private MockHttpServletResponse ask(Caller caller) throws Exception {
        var response = new MockHttpServletResponse();
        caller.around(() ->
                callers.doFilter(new MockHttpServletRequest("GET", "/api/v1/x"), response, new MockFilterChain()));
        return response;
    }

    private static Caller caller(long tenant, Caller.Kind kind) {
        return new Caller(
                new TenantId(tenant),
                kind,
                UUID.randomUUID(),
                "Lin",
                Set.of(),
                DataScope.ALL,
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
