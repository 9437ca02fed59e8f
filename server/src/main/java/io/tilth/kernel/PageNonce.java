package io.tilth.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/** What the styles and scripts within a page carry, so that the browser takes them for ours; another for each answer. */
public final class PageNonce {

    private static final String NAME = PageNonce.class.getName();
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PageNonce() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof String nonce) {
            return nonce;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NAME, nonce);
        return nonce;
    }
}
