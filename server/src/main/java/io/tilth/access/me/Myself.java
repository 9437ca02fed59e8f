package io.tilth.access.me;

import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.Sessions;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The person at the keyboard. */
@Component
class Myself {

    private final Sessions sessions;
    private final Persons persons;

    Myself(Sessions sessions, Persons persons) {
        this.sessions = sessions;
        this.persons = persons;
    }

    Person reading(HttpServletRequest request) {
        return sessions.person(request)
                .flatMap(persons::find)
                .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "not-signed-in"));
    }

    /** Who visits a company only looks; their own things wait at home. */
    Person changing(HttpServletRequest request) {
        if (Caller.current().kind() == Caller.Kind.SUPPORT) {
            throw Refusal.of(Kind.FORBIDDEN, "not-on-a-visit");
        }
        return reading(request);
    }
}
