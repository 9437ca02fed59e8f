package io.tilth.kernel.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a page may load and run. Each answer has a nonce of its own, which the page's styles carry. */
class ContentPolicy {

    private static final String NONCE = ContentPolicy.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String nonce) {
            return nonce;
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }

    static String header(HttpServletRequest request) {
        var nonce = "'nonce-" + nonce(request) + "'";
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + nonce,
                "style-src 'self' " + nonce,
                "style-src-attr 'unsafe-inline'", // the component library positions by style attributes
                "img-src 'self' data: blob:",
                "connect-src 'self'",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
