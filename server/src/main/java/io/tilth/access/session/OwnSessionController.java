package io.tilth.access.session;

import io.tilth.access.PersonId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.session.Session;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person sees in which browsers they are signed in, and ends what they do not know. */
@RestController
@RequestMapping("/api/v1/me/sessions")
@Needs
class OwnSessionController {

    private final StoredSessions stored;
    private final BrowserSessions sessions;

    OwnSessionController(StoredSessions stored, BrowserSessions sessions) {
        this.stored = stored;
        this.sessions = sessions;
    }

    @GetMapping
    List<OwnSession> all(HttpServletRequest request) {
        return stored.of(person(request)).stream()
                .map(OwnSession::of)
                .sorted(Comparator.comparing(OwnSession::current)
                        .thenComparing(OwnSession::lastSeenAt)
                        .reversed())
                .toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, HttpServletRequest request) {
        if (!sessions.end(person(request), id)) {
            throw Refusal.notFound("session-not-found");
        }
    }

    private PersonId person(HttpServletRequest request) {
        return sessions.person(request).orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "not-signed-in"));
    }

    record OwnSession(String id, boolean current, String address, String agent, Instant startedAt, Instant lastSeenAt) {

        static OwnSession of(Session session) {
            var id = session.getAttributeOrDefault(SignedIn.ID, "");
            return new OwnSession(
                    id,
                    Caller.current().session().equals(Optional.of(id)),
                    session.getAttributeOrDefault(SignedIn.ADDRESS, ""),
                    session.getAttributeOrDefault(SignedIn.AGENT, ""),
                    session.getCreationTime(),
                    session.getLastAccessedTime());
        }
    }
}
