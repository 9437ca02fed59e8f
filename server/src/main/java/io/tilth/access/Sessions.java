package io.tilth.access;

import io.tilth.access.Persons.Person;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The browsers in which people are signed in. */
public interface Sessions {

    /**
     * Signs a person out of the current tenant everywhere; their streams end at once, on every node. Who is here on a
     * support visit is shown out, back to the house.
     */
    void end(PersonId person, Goodbye why);

    /** Signs a person out everywhere but in the one session; all of them when none is named. */
    void endOthers(PersonId person, Optional<String> kept);

    /**
     * Signs the person in, in a session that nobody else can know.
     *
     * @param wanted where they want to be, when they may be there; otherwise they choose, unless there is but one place
     */
    SignIn begin(HttpServletRequest request, Person person, Optional<TenantId> wanted);

    /**
     * Signs in, for this one place, a person whom the company's own WeCom has proven: what a company says of its members
     * opens no other company.
     *
     * @throws io.tilth.kernel.Refusal when they may not be there
     */
    void beginAt(HttpServletRequest request, Person person, TenantId place);

    /** Who is signed in with this request's browser, whether or not they have chosen a place. */
    Optional<PersonId> person(HttpServletRequest request);

    /** How far signing in has come, and where the person may go. */
    record SignIn(State state, List<Place> places) {

        public static final SignIn CODE_NEEDED = new SignIn(State.CODE_NEEDED, List.of());
    }

    /** How far signing in has come. */
    enum State {
        SIGNED_IN,
        CHOOSE_PLACE,
        CODE_NEEDED
    }

    /** A tenant in which a person has an account. */
    record Place(TenantId tenant, String name, Right.Place kind, Tenants.State state) {}
}
