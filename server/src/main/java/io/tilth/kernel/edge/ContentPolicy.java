package io.tilth.kernel.edge;

import io.tilth.kernel.PageNonce;
import jakarta.servlet.http.HttpServletRequest;

/** What a page may load and run. Each answer has a nonce of its own, which the page's styles carry. */
class ContentPolicy {

    private ContentPolicy() {}

    static String header(HttpServletRequest request) {
        var nonce = "'nonce-" + PageNonce.of(request) + "'";
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
