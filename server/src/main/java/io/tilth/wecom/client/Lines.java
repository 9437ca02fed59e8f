package io.tilth.wecom.client;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.stereotype.Component;

/** The lines to WeCom of this node: one for each app of each company of each tenant. */
@Component
class Lines {

    /** How long a change made on another node may go unnoticed. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final CredentialService credentials;
    private final CloseableHttpClient http;
    private final String base;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    Lines(CredentialService credentials, CloseableHttpClient wecomHttp, WecomSettings settings, Clock clock) {
        this.credentials = credentials;
        this.http = wecomHttp;
        this.base = settings.apiUrl().toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    Line of(CompanyId company) {
        var key = new Key(TenantScope.current(), company);
        var now = clock.instant();
        var before = known.get(key);
        if (before != null && Duration.between(before.at, now).abs().compareTo(TRUSTED) < 0) {
            return before.line;
        }
        var current = credentials.of(company);
        var line = before != null && before.line.credentials().equals(current)
                ? before.line
                : new Line(current, http, base);
        known.put(key, new Known(line, now));
        return line;
    }

    void forget(CompanyId company) {
        known.remove(new Key(TenantScope.current(), company));
    }

    private record Key(TenantId tenant, CompanyId company) {}

    private record Known(Line line, Instant at) {}
}
