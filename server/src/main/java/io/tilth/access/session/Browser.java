package io.tilth.access.session;

import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.RequestInfo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The session of the browser that sent a request. */
@Component
class Browser {

    /** However busy: then the person proves again who they are. */
    static final Duration LIFETIME = Duration.ofDays(7);

    private static final int LONGEST_AGENT = 300;

    private final Entrance entrance;
    private final Live live;
    private final Clock clock;

    Browser(Entrance entrance, Live live, Clock clock) {
        this.entrance = entrance;
        this.live = live;
        this.clock = clock;
    }

    /** Who is signed in with it; a session that has lived too long ends here. */
    Optional<SignedIn> signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var created = Instant.ofEpochMilli(session.getCreationTime());
        if (created.plus(LIFETIME).isBefore(clock.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return SignedIn.read(session::getAttribute);
    }

    /** Who has come in with it; the session of somebody who may no longer come in ends here. */
    Optional<Entered> enter(HttpServletRequest request) {
        var signedIn = signedIn(request);
        if (signedIn.isEmpty()) {
            return Optional.empty();
        }
        var entered = entrance.enter(signedIn.get());
        if (entered.isEmpty()) {
            end(request);
        }
        return entered;
    }

    /** Takes a visitor back to the house whose visit is over; true when it was. */
    boolean leaveWhenOver(HttpServletRequest request) {
        var visitor = signedIn(request).filter(session -> session.support().isPresent());
        if (visitor.isEmpty() || entrance.visit(visitor.get()).isPresent()) {
            return false;
        }
        move(request, visitor.get().home());
        return true;
    }

    /** A session that nobody can know beforehand. */
    void begin(HttpServletRequest request, SignedIn signedIn) {
        end(request);
        var session = request.getSession(true);
        signedIn.write(session::setAttribute);
        var info = RequestInfo.find();
        session.setAttribute(SignedIn.ADDRESS, info.map(RequestInfo::address).orElse(""));
        var agent = info.map(RequestInfo::agent).orElse("");
        session.setAttribute(SignedIn.AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    /** To another place; the streams of the last one end. */
    void move(HttpServletRequest request, SignedIn to) {
        signedIn(request).ifPresent(from -> live.end(from.id(), Goodbye.ELSEWHERE));
        to.write(request.getSession()::setAttribute);
        request.changeSessionId();
    }

    void end(HttpServletRequest request) {
        signedIn(request).ifPresent(signedIn -> live.end(signedIn.id(), Goodbye.SIGNED_OUT));
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }
}
