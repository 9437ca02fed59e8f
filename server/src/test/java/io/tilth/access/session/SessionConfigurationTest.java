package io.tilth.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.TilthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class SessionConfigurationTest {

    private final SessionConfiguration configuration = new SessionConfiguration();

    @ParameterizedTest
    @CsvSource({"https://crm.example.com, true", "http://localhost:8080, false"})
    void keepsTheCookieOffOpenLines(URI publicUrl, boolean secure) {
        var response = new MockHttpServletResponse();
        var settings = new TilthSettings(publicUrl, "", List.of(), Path.of("."), "", null, null);

        configuration
                .sessionCookie(settings)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "session"));

        assertThat(response.getHeader("Set-Cookie").contains("; Secure")).isEqualTo(secure);
    }

    @Test
    void namesSessionsSoThatNobodyGuessesThem() {
        var ids = configuration.sessionIds();

        assertThat(Stream.generate(ids::generate).limit(1000).distinct())
                .hasSize(1000)
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{36}"));
    }

    @Test
    void turnsNothingFromTheDatabaseIntoAnythingButText() {
        var conversion = configuration.springSessionConversionService();
        var bytes = conversion.convert("林", byte[].class);

        assertThat(conversion.convert(bytes, Object.class)).isEqualTo("林");
    }
}
