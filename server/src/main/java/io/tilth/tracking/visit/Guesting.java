package io.tilth.tracking.visit;

import io.tilth.customer.Visitors;
import io.tilth.customer.Visitors.Told;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.kernel.TilthSettings;
import io.tilth.tracking.Guests;
import io.tilth.tracking.ReachPages;
import io.tilth.tracking.ReachPages.Identification;
import io.tilth.tracking.visit.Device.Browser;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.VisitorLogins;
import io.tilth.wecom.WecomSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks at most once on the way in: a device that comes back from asking carries a mark of its own in the address. */
@Component
class Guesting implements Guests {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String ASKED = "o";

    private final Visitors visitors;
    private final VisitorLogins logins;
    private final ReachPages pages;
    private final TilthSettings settings;
    private final boolean sandbox;
    private final Clock clock;

    Guesting(
            Visitors visitors,
            VisitorLogins logins,
            ReachPages pages,
            TilthSettings settings,
            WecomSettings wecom,
            Clock clock) {
        this.visitors = visitors;
        this.logins = logins;
        this.pages = pages;
        this.settings = settings;
        this.sandbox = HERE.contains(wecom.apiUrl().getHost());
        this.clock = clock;
    }

    @Override
    public Coming meet(URI address, CompanyId company, HttpServletRequest request) {
        var device = Device.of(request, sandbox);
        var known = device.key().flatMap(visitors::ofKey);
        var key = known.isPresent() ? device.key().orElseThrow() : Device.newKey();
        var visitor = known.orElseGet(() -> visitors.meet(key));
        var cookie = Optional.of(device.setCookie(key, settings.secure()));
        boolean answered = request.getParameter("state") != null;
        if (answered && known.isPresent() && word(key, address).equals(request.getParameter("state"))) {
            learn(visitor, company, request.getParameter("code"));
            return new Coming.GoOn(URI.create(address + "?" + ASKED + "=" + mark(key, address)), cookie);
        }
        boolean asks = !answered
                && device.browser() != Browser.PLAIN
                && !mark(key, address).equals(request.getParameter(ASKED));
        var to = asks ? ask(address, company, visitor, key) : Optional.<URI>empty();
        return to.<Coming>map(uri -> new Coming.GoOn(uri, cookie))
                .orElseGet(() -> new Coming.Here(
                        visitor.id(), visitor.customer(), visitor.colleague().isPresent(), cookie));
    }

    private Optional<URI> ask(URI address, CompanyId company, Visitor visitor, String key) {
        boolean fresh = visitor.known()
                && visitor.askedAt()
                        .filter(at -> Device.keeps(at, clock.instant()))
                        .isPresent();
        return fresh || pages.identification() == Identification.NEVER
                ? Optional.empty()
                : logins.ask(company, address, word(key, address));
    }

    private void learn(Visitor visitor, CompanyId company, String code) {
        if (code == null || !code.matches("[\\w-]{1,200}")) {
            return;
        }
        var who = logins.who(company, code);
        visitors.learn(visitor.id(), company, new Told(who.openId(), who.externalUserId(), who.userId()));
    }

    /** Ties WeChat's answer to the device that was sent to ask. */
    private static String word(String key, URI address) {
        return UUID.nameUUIDFromBytes((key + address).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Whoever gets this address forwarded has another device, and is asked anew. */
    private static String mark(String key, URI address) {
        return word(address.toString(), URI.create("o:" + key)).substring(0, 8);
    }
}
