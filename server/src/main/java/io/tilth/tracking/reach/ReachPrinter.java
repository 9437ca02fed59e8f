package io.tilth.tracking.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tilth.kernel.PageNonce;
import io.tilth.kernel.TilthSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Prints pages. Style and script stand in each page: on a slow line, one answer is faster than three. */
@Component
class ReachPrinter {

    private static final String PAGES = "reach/pages/";

    private final ReachWords words;
    private final Optional<URI> stage;
    private final Mustache.Compiler compiler =
            Mustache.compiler().emptyStringIsFalse(true).defaultValue("").withLoader(ReachPrinter::template);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final String css = built("reach/reach.css");
    private final String js = built("reach/reach.js");

    ReachPrinter(ReachWords words, TilthSettings settings) {
        this.words = words;
        this.stage = Optional.ofNullable(settings.framedBy());
    }

    /** Prints the page, or sends the browser on where it is to go elsewhere. */
    ResponseEntity<String> answer(ReachPage page, HttpServletRequest request, Locale language) {
        var answer = page.facts().containsKey("to") ? goOn(page) : print(page, request, language);
        return Optional.ofNullable(page.facts().get("cookie"))
                .map(cookie -> ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.SET_COOKIE, cookie.toString())
                        .body(answer.getBody()))
                .orElse(answer);
    }

    private static ResponseEntity<String> goOn(ReachPage page) {
        return ResponseEntity.status(page.status())
                .header(HttpHeaders.LOCATION, String.valueOf(page.facts().get("to")))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    ResponseEntity<String> print(ReachPage page, HttpServletRequest request, Locale language) {
        return ResponseEntity.status(page.status())
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(print(page.template(), page.facts(), PageNonce.of(request), language));
    }

    String print(String page, Map<String, ?> facts, String nonce, Locale language) {
        var all = new HashMap<String, Object>(facts);
        all.put("w", words.in(language));
        all.put("language", language.toLanguageTag());
        all.put("nonce", nonce);
        stage.ifPresent(phones -> all.put("stage", phones.resolve("/").toString()));
        all.put("css", css);
        all.put("js", js);
        return templates
                .computeIfAbsent(page, name -> compiler.compile(template(name)))
                .execute(all);
    }

    private static Reader template(String name) {
        try {
            return new InputStreamReader(new ClassPathResource(PAGES + name + ".html").getInputStream(), UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Empty where the pages were not built, as in some tests: readable all the same. */
    private static String built(String file) {
        var resource = new ClassPathResource(file);
        try {
            return resource.exists() ? resource.getContentAsString(UTF_8) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
