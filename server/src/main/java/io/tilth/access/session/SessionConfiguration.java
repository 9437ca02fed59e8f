package io.tilth.access.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.TilthSettings;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are named, stored and carried by browsers. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "kernel.session",
        maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS,
        cleanupCron = Scheduled.CRON_DISABLED) // a job sees to it, on one node
class SessionConfiguration {

    static final int IDLE_SECONDS = 12 * 60 * 60;

    private static final int ID_BYTES = 27; // 36 characters, the width of the column

    @Bean
    CookieSerializer sessionCookie(TilthSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secure() ? "__Host-tilth" : "tilth"); // the prefix binds it to this very host
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(settings.secure());
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    SessionIdGenerator sessionIds() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    /** Attributes are plain text: nothing that lies in the database is ever turned into an object of its choice. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text -> ((String) text).getBytes(UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, UTF_8));
        return conversion;
    }

    @Bean
    @Primary
    SeldomTouchedSessions seldomTouchedSessions(StoredSessions sessions) {
        return new SeldomTouchedSessions(sessions);
    }
}
