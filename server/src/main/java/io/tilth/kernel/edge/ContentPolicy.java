package io.tilth.kernel.edge;

import io.tilth.kernel.PageNonce;
import io.tilth.kernel.PageScripts;
import io.tilth.kernel.TilthSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** What a page may load and run, and who may frame it. Each answer has a nonce of its own, which its styles carry. */
@Component
class ContentPolicy implements HeaderWriter {

    /** Pages that open inside WeCom: these speak with it by a script of its own. */
    private static final Pattern WORKBENCH = Pattern.compile("/w(/.*)?");

    /** Pages that open inside WeCom or WeChat. */
    private static final Pattern ON_PHONES = Pattern.compile("/(w|r|c|f)(/.*)?");

    /** Pages that show customers to those who work here. */
    private static final Pattern WITH_PEOPLE = Pattern.compile("/(w|console)(/.*)?");

    private final String scripts;
    private final String pictures;
    private final Optional<String> frame;

    ContentPolicy(List<PageScripts> scripts, TilthSettings settings) {
        this.scripts = origins(scripts.stream().map(PageScripts::script));
        this.pictures = origins(scripts.stream().flatMap(one -> one.pictures().stream()));
        this.frame = Optional.ofNullable(settings.framedBy()).map(ContentPolicy::origin);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var framed = frame.filter(_ -> is(ON_PHONES, request));
        response.setHeader("Content-Security-Policy", policy(request, framed.orElse("'none'")));
        if (framed.isEmpty()) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    private String policy(HttpServletRequest request, String ancestors) {
        var nonce = " 'nonce-" + PageNonce.of(request) + "'";
        var foreign = is(WORKBENCH, request) ? scripts : "";
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'" + nonce + foreign,
                "style-src 'self'" + nonce,
                "style-src-attr 'unsafe-inline'", // the component library positions by style attributes
                "img-src 'self' data: blob:" + (is(WITH_PEOPLE, request) ? pictures : ""),
                "connect-src 'self'" + foreign,
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors " + ancestors);
    }

    private static boolean is(Pattern pages, HttpServletRequest request) {
        return pages.matcher(request.getRequestURI()).matches();
    }

    private static String origins(Stream<URI> addresses) {
        return addresses.map(one -> " " + origin(one)).distinct().collect(Collectors.joining());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
