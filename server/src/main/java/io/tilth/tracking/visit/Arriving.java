package io.tilth.tracking.visit;

import io.tilth.customer.Visitors;
import io.tilth.customer.Visitors.Told;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TilthSettings;
import io.tilth.tracking.ReachPages;
import io.tilth.tracking.ReachPages.Identification;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.visit.Device.Browser;
import io.tilth.tracking.visit.HopService.Stand;
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

/** Finds out who comes. Asks WeCom, so it is in no transaction itself. */
@Component
class Arriving implements Visiting {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Shares shares;
    private final HopService hops;
    private final DeedService deeds;
    private final Visitors visitors;
    private final Members members;
    private final VisitorLogins logins;
    private final ReachPages pages;
    private final Secrets secrets;
    private final TilthSettings settings;
    private final boolean sandbox;
    private final Clock clock;

    Arriving(
            Shares shares,
            HopService hops,
            DeedService deeds,
            Visitors visitors,
            Members members,
            VisitorLogins logins,
            ReachPages pages,
            Secrets secrets,
            TilthSettings settings,
            WecomSettings wecom,
            Clock clock) {
        this.shares = shares;
        this.hops = hops;
        this.deeds = deeds;
        this.visitors = visitors;
        this.members = members;
        this.logins = logins;
        this.pages = pages;
        this.secrets = secrets;
        this.settings = settings;
        this.sandbox = HERE.contains(wecom.apiUrl().getHost());
        this.clock = clock;
    }

    @Override
    public Arrival arrive(String code, HttpServletRequest request) {
        return shares.ofCode(code).map(share -> arrive(share, request)).orElseGet(Arrival.Gone::new);
    }

    private Arrival arrive(Sent share, HttpServletRequest request) {
        var device = Device.of(request, sandbox);
        var stand = hops.stand(share.id(), device.key(), parameter(request, "h"));
        var cookie = Optional.of(device.setCookie(stand.key(), settings.secure()));
        boolean answered = request.getParameter("state") != null;
        if (answered && stand.recognised() && state(stand).equals(request.getParameter("state"))) {
            learn(share, stand, parameter(request, "code"));
            return new Arrival.GoOn(own(share, stand), cookie);
        }
        if (!answered && device.browser() != Browser.PLAIN) {
            var to = ask(share, stand, request);
            if (to.isPresent()) {
                return new Arrival.GoOn(to.get(), cookie);
            }
            if (!stand.own() && stand.recognised()) {
                return new Arrival.GoOn(own(share, stand), cookie);
            }
        }
        return read(share, device, stand, cookie);
    }

    private Arrival read(Sent share, Device device, Stand stand, Optional<String> cookie) {
        var token = hops.token(stand.hop()).sealed(secrets, TenantScope.current());
        boolean askable = device.browser() != Browser.PLAIN
                && !stand.visitor().known()
                && pages.identification() == Identification.ON_TAP;
        return new Arrival.Read(
                share.id(),
                share.material(),
                share.sender(),
                share.meant(),
                URI.create("/r/" + share.code() + "/beats?t=" + token),
                own(share, stand),
                askable,
                cookie);
    }

    /** Silently on the way in, or because of a tap. */
    private Optional<URI> ask(Sent share, Stand stand, HttpServletRequest request) {
        var policy = pages.identification();
        boolean tapped = request.getParameter("ask") != null;
        boolean fresh = stand.visitor().known()
                && stand.visitor()
                        .askedAt()
                        .filter(at -> Device.keeps(at, clock.instant()))
                        .isPresent();
        if (policy == Identification.NEVER || fresh || stand.own() && !tapped) {
            return Optional.empty();
        }
        var address = pages.address(share.code());
        var came = parameter(request, "h");
        var back = came.isEmpty() ? address : URI.create(address + "?h=" + came);
        return company(share).flatMap(company -> logins.ask(company, back, state(stand)));
    }

    private void learn(Sent share, Stand stand, String code) {
        if (code.isEmpty()) {
            return;
        }
        company(share).ifPresent(company -> {
            var known = logins.who(company, code);
            visitors.learn(
                    stand.visitor().id(), company, new Told(known.openId(), known.externalUserId(), known.userId()));
        });
    }

    private Optional<CompanyId> company(Sent share) {
        return members.find(share.sender()).map(Member::company);
    }

    @Override
    public void did(String code, HttpServletRequest request, VisitMoved.Deed deed) {
        come(code, request).ifPresent(come -> deeds.note(come.share(), come.visitor(), deed));
    }

    @Override
    public Optional<Reader> reader(String code, HttpServletRequest request) {
        return come(code, request)
                .map(come -> new Reader(
                        come.share().id(),
                        come.share().sender(),
                        come.visitor().id(),
                        come.visitor().customer()));
    }

    private Optional<Come> come(String code, HttpServletRequest request) {
        var visitor = hops.visitor(Device.of(request, sandbox).key());
        return visitor.flatMap(known -> shares.ofCode(code).map(share -> new Come(share, known)));
    }

    private record Come(Sent share, Visitor visitor) {}

    private static URI own(Sent share, Stand stand) {
        return URI.create("/r/" + share.code() + "?h=" + stand.hop().token());
    }

    /** Ties WeChat's answer to the device that was sent to ask; an answer to somebody else's question is not looked at. */
    private static String state(Stand stand) {
        return UUID.nameUUIDFromBytes((stand.key() + stand.hop().token()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.length() > 200 || !value.matches("[\\w-]*") ? "" : value;
    }
}
