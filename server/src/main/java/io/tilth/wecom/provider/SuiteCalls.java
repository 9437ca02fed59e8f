package io.tilth.wecom.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.provider.SuiteRepository.Held;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls WeCom as the provider; its few calls have no quota worth counting. Never within a transaction. */
@Component
class SuiteCalls {

    private static final int LOOKS = 200;
    private static final Set<Integer> STALE = Set.of(40014, 40082, 42001, 42009);

    private final SuiteService tokens;
    private final CloseableHttpClient http;
    private final WecomSettings settings;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SuiteCalls(SuiteService tokens, CloseableHttpClient wecomHttp, WecomSettings settings, Clock clock) {
        this.tokens = tokens;
        this.http = wecomHttp;
        this.settings = settings;
        this.clock = clock;
    }

    /** As the app: {@code /cgi-bin/service/…}. */
    JsonNode suite(String api, Map<String, ?> body) {
        return call(SuiteToken.SUITE, "service/" + api, "suite_access_token", body);
    }

    /** As the provider itself: {@code /cgi-bin/license/…}. */
    JsonNode licence(String api, Map<String, ?> body) {
        return call(SuiteToken.PROVIDER, "license/" + api, "provider_access_token", body);
    }

    private JsonNode call(SuiteToken name, String api, String parameter, Map<String, ?> body) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(api + " would hold a database connection while WeCom thinks.");
        }
        var token = token(name, null);
        try {
            return post(api, api + "?" + parameter + "=" + token, body);
        } catch (WecomRefusal refusal) {
            if (!STALE.contains(refusal.code())) {
                throw refusal;
            }
            return post(api, api + "?" + parameter + "=" + token(name, token), body);
        }
    }

    /** One of all nodes fetches a token, the others wait for it. */
    private String token(SuiteToken name, @Nullable String stale) {
        var by = UUID.randomUUID();
        for (int look = 0; look < LOOKS; look++) {
            var claim = tokens.claim(name, by, stale);
            if (claim.token().isPresent()) {
                return claim.token().get().text();
            }
            if (claim.mine()) {
                return fetch(name, by);
            }
            LockSupport.parkNanos(Duration.ofMillis(80).toNanos()); // another node answers within moments
        }
        throw new WecomRefusal("get_suite_token", 0, Kind.BUSY, "another node fetches the token and does not finish");
    }

    private String fetch(SuiteToken name, UUID by) {
        try {
            var answer = name == SuiteToken.SUITE ? suiteToken() : providerToken();
            var text = answer.path(name == SuiteToken.SUITE ? "suite_access_token" : "provider_access_token")
                    .asString("");
            var seconds = answer.path("expires_in").asLong(0);
            tokens.keep(name, by, Optional.of(new Held(text, clock.instant().plusSeconds(seconds))));
            return text;
        } catch (WecomRefusal refusal) {
            tokens.keep(name, by, Optional.empty());
            throw refusal;
        }
    }

    private JsonNode suiteToken() {
        var ticket = tokens.ticket()
                .orElseThrow(() ->
                        new WecomRefusal("service/get_suite_token", 40085, Kind.CONNECTION, "no ticket has come yet"));
        var suite = settings.suite();
        return post(
                "service/get_suite_token",
                "service/get_suite_token",
                Map.of("suite_id", suite.id(), "suite_secret", suite.secret(), "suite_ticket", ticket));
    }

    private JsonNode providerToken() {
        var suite = settings.suite();
        return post(
                "service/get_provider_token",
                "service/get_provider_token",
                Map.of("corpid", suite.providerCorpId(), "provider_secret", suite.providerSecret()));
    }

    private JsonNode post(String api, String path, Map<String, ?> body) {
        var request = new HttpPost(settings.apiUrl().toString().replaceAll("/+$", "") + "/cgi-bin/" + path);
        request.setEntity(new StringEntity(json.writeValueAsString(body), ContentType.APPLICATION_JSON));
        try (var answer = http.execute(request)) {
            var text = EntityUtils.toString(answer.getEntity(), UTF_8);
            return judge(api, json.readTree(text));
        } catch (IOException | JacksonException silence) {
            throw new WecomRefusal(api, 0, Kind.BUSY, silence.getClass().getSimpleName());
        }
    }

    /** Some answers carry an errcode only when they refuse. */
    private static JsonNode judge(String api, JsonNode answer) {
        int code = answer.path("errcode").asInt(0);
        if (code == 0) {
            return answer;
        }
        var kind = code == -1 || code == 45033 ? Kind.BUSY : code == 45009 ? Kind.OVER_LIMIT : Kind.CONNECTION;
        throw new WecomRefusal(
                api, code, kind, answer.path("errmsg").asString("").replaceFirst(",.*", ""));
    }
}
