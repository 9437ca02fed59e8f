package io.tilth.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.test.context.TestPropertySource;

/** Where people come by https, nothing goes back to http. */
@ServerTest
@TestPropertySource(properties = "tilth.public-url=https://crm.example.com")
class SecureEdgeTest {

    @LocalServerPort
    int port;

    @Autowired
    CookieSerializer cookies;

    @Test
    void promisesHttpsForAYearSubdomainsIncluded() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.discarding());

            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000", "includeSubDomains");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN"))
                    .singleElement()
                    .asString()
                    .contains("Secure", "SameSite=Lax", "Path=/");
        }
    }

    @Test
    void tiesTheSessionsCookieToThisHostAndHidesItFromScripts() {
        var response = new MockHttpServletResponse();

        cookies.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "id"));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-tilth=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }
}
