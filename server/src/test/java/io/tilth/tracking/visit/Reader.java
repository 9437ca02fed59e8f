package io.tilth.tracking.visit;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tracking.Shares.Share;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.Visiting.Arrival;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** A device, and whoever holds it; it keeps its cookie and follows redirects, also through the sandbox's WeChat. */
class Reader {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TenantVisits tenants;
    private final Visiting visiting;
    private final TenantId tenant;
    private final int port;
    private final String agent;
    private final String who;
    private final String wechat;
    private Optional<Cookie> cookie = Optional.empty();
    private final String load = UUID.randomUUID().toString();
    private int number;
    private long at;
    int redirects;

    Reader(
            TenantVisits tenants,
            Visiting visiting,
            TenantId tenant,
            int port,
            String agent,
            String who,
            String wechat) {
        this.tenants = tenants;
        this.visiting = visiting;
        this.tenant = tenant;
        this.port = port;
        this.agent = agent;
        this.who = who;
        this.wechat = wechat;
    }

    /** Opens the link, wherever that leads. */
    Arrival.Read open(Share share) {
        return open(share.code(), share.url());
    }

    Arrival.Read open(String code, URI address) {
        var to = address;
        for (redirects = 0; redirects < 6; redirects++) {
            switch (arrive(code, to)) {
                case Arrival.Read read -> {
                    read.cookie().ifPresent(this::keep);
                    return read;
                }
                case Arrival.GoOn on -> {
                    on.cookie().ifPresent(this::keep);
                    to = on.to().getPath().contains("oauth2") ? answer(on.to()) : on.to();
                }
                case Arrival.Gone gone -> throw new AssertionError("gone");
            }
        }
        throw new AssertionError("led around in a circle, at last to " + to);
    }

    Arrival arrive(String code, URI address) {
        var request = new MockHttpServletRequest("GET", "/r/" + code);
        UriComponentsBuilder.fromUri(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> request.setParameter(name, values.getFirst()));
        request.addHeader("User-Agent", agent);
        cookie.ifPresent(request::setCookies);
        return tenants.apart(tenant, () -> visiting.arrive(code, request));
    }

    /** A device whose cookies do not work. */
    void forget() {
        cookie = Optional.empty();
    }

    /** So many seconds of reading, in beats of five seconds. */
    void reads(Arrival.Read page, int seconds, int depth) {
        for (int left = seconds; left > 0; left -= 5) {
            at += 5_000;
            tell(page, beat("beat", Math.min(left, 5), depth, "null"));
        }
    }

    void reads(Arrival.Read page, int seconds, int depth, int pageNumber) {
        for (int left = seconds; left > 0; left -= 5) {
            at += 5_000;
            tell(page, beat("beat", Math.min(left, 5), depth, Integer.toString(pageNumber)));
        }
    }

    void taps(Arrival.Read page, String what) {
        tell(page, beat(what, 0, 0, "null"));
    }

    private String beat(String kind, int seconds, int depth, String page) {
        return String.format(
                Locale.ROOT,
                "{\"v\":\"%s\",\"b\":[{\"n\":%d,\"at\":%d,\"k\":\"%s\",\"s\":%d,\"d\":%d,\"p\":%s,\"x\":true}]}",
                load,
                ++number,
                at,
                kind,
                seconds,
                depth,
                page);
    }

    private void tell(Arrival.Read page, String body) {
        int status = post(page.beacon(), body);
        if (status != 204) {
            throw new AssertionError("The beats were answered with " + status);
        }
    }

    int post(URI beacon, String body) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + beacon))
                                    .header("Content-Type", "text/plain;charset=UTF-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the sandbox's WeChat does with the question: it leads back with a code. */
    private URI answer(URI question) {
        try {
            var plain = wechat + question.getRawPath() + "?" + question.getRawQuery() + "&who=" + who;
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(plain)).build(), BodyHandlers.ofString());
            return URI.create(
                    answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void keep(String set) {
        var pair = set.substring(0, set.indexOf(';')).split("=", 2);
        cookie = Optional.of(new Cookie(pair[0], pair[1]));
    }
}
