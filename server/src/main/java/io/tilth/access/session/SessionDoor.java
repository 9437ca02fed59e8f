package io.tilth.access.session;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.TenantDoor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets in who is signed in with a browser. */
@Component
class SessionDoor implements TenantDoor {

    /** What somebody needs who is not in yet, or cannot come in just now; these read the session themselves. */
    private static final Set<String> OUTSIDE = Set.of(
            "/api/v1/session", "/api/v1/session/place", "/api/v1/me/places", "/api/v1/links/look", "/api/v1/links/use");

    private final Browser browser;

    SessionDoor(Browser browser) {
        this.browser = browser;
    }

    @Override
    public Optional<Caller> enter(HttpServletRequest request) {
        if (!leadsInside(request.getRequestURI())) {
            return Optional.empty();
        }
        if (browser.leaveWhenOver(request)) {
            throw Refusal.of(Kind.FORBIDDEN, "support-visit-over");
        }
        return browser.enter(request).map(Entered::caller);
    }

    /** Files of materials are for everybody once published, but for one's own people before that. */
    private static boolean leadsInside(String path) {
        return (path.startsWith("/api/") || path.startsWith("/f/") || path.equals("/sse")) && !OUTSIDE.contains(path);
    }
}
