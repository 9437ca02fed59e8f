package io.tilth.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two phones and many owners in one browser: who acts, and whose cookies are there. */
class OpeningTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final Map<String, String> cookies = new HashMap<>(Map.of("theme", "dark"));
    private Table table;

    @BeforeEach
    void lay() {
        table = new Table();
    }

    @AfterEach
    void clear() {
        table.close();
    }

    @Test
    void theLastTouchedPhoneActs() throws Exception {
        open("wechat", "wang");
        open("wecom", "corp:lin");
        assertThat(value("sandbox_who")).isEqualTo("member:corp:lin");

        send("POST", "/sandbox/touch?as=wechat&who=wang");
        assertThat(value("sandbox_who")).isEqualTo("person:wang");
        assertThat(value("sandbox_browser")).isEqualTo("wechat");
        assertThat(send("POST", "/sandbox/touch?as=toaster&who=wang").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherPersonFindsNoCookiesOfTheLastAndTheFirstFindsTheirsAgain() throws Exception {
        open("wechat", "wang");
        page("reader", "wangs-device");
        open("wechat", "li");
        assertThat(value("reader")).isNull();

        page("reader", "lis-device");
        open("wechat", "wang");
        assertThat(value("reader")).isEqualTo("wangs-device");
        open("plain", "wang");
        assertThat(value("reader")).isNull();
    }

    @Test
    void aMemberStaysSignedInWhileCustomersComeAndGo() throws Exception {
        open("wecom", "corp:lin");
        page("tilth", "lins-session");
        open("wechat", "wang");
        open("wechat", "li");
        assertThat(value("tilth")).isEqualTo("lins-session");

        open("wecom", "corp:chen");
        assertThat(value("tilth")).isNull();
    }

    private void open(String as, String who) throws Exception {
        var answer = send("GET", "/sandbox/open?as=" + as + "&who=" + who + "&url=http://localhost/x");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    /** A page sets a cookie of its own. */
    private void page(String name, String value) {
        cookies.put(name, value);
    }

    private String value(String name) {
        return cookies.get(name);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var sent = cookies.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(table.sandbox.url() + path))
                .header("Cookie", sent)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(header -> HttpCookie.parse(header).forEach(cookie -> {
                    if (cookie.getMaxAge() == 0) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie.getValue());
                    }
                }));
        return answer;
    }
}
