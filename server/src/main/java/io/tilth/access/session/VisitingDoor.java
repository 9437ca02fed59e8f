package io.tilth.access.session;

import io.tilth.access.SupportDoor;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class VisitingDoor implements SupportDoor {

    private final Browser browser;

    VisitingDoor(Browser browser) {
        this.browser = browser;
    }

    @Override
    public Object enter(HttpServletRequest request, TenantId tenant, UUID requestId) {
        var signedIn = browser.signedIn(request).orElseThrow(VisitingDoor::notSignedIn);
        browser.move(request, signedIn.visiting(tenant, requestId));
        return browser.enter(request).map(Here::of).orElseThrow(VisitingDoor::notSignedIn);
    }

    private static Refusal notSignedIn() {
        return Refusal.of(Kind.NOT_SIGNED_IN, "not-signed-in");
    }
}
