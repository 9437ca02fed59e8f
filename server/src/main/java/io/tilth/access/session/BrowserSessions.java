package io.tilth.access.session;

import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.Sessions;
import io.tilth.access.session.Places.Open;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Signing in and out, wherever the browser is and whichever node it asks. */
@Component
class BrowserSessions implements Sessions {

    private final StoredSessions stored;
    private final Browser browser;
    private final Places places;
    private final Persons persons;
    private final Live live;

    BrowserSessions(StoredSessions stored, Browser browser, Places places, Persons persons, Live live) {
        this.stored = stored;
        this.browser = browser;
        this.places = places;
        this.persons = persons;
        this.live = live;
    }

    @Override
    public void end(PersonId person, Goodbye why) {
        var here = TenantScope.current();
        each(person, (session, signedIn) -> {
            if (signedIn.isVisiting(here)) {
                live.end(signedIn.id(), why);
                signedIn.home().write(session::setAttribute);
                stored.save(session);
            } else if (signedIn.homePlace().equals(Optional.of(here))) {
                end(session, signedIn, why);
            }
        });
    }

    @Override
    public void endOthers(PersonId person, Optional<String> kept) {
        each(person, (session, signedIn) -> {
            if (!kept.equals(Optional.of(signedIn.id()))) {
                end(session, signedIn, Goodbye.PASSWORD_CHANGED);
            }
        });
    }

    /** Ends the streams of everybody in the tenant; their sessions stay, and learn at the door why they must wait. */
    void endStreams(TenantId tenant) {
        persons.of(tenant)
                .forEach(person -> each(person, (session, signedIn) -> {
                    if (signedIn.homePlace().equals(Optional.of(tenant))) {
                        live.end(signedIn.id(), Goodbye.SUSPENDED);
                    }
                }));
    }

    /** Ends one session of the person; false when they have no such session. */
    boolean end(PersonId person, String id) {
        var found = stored.of(person).stream()
                .filter(session -> id.equals(session.getAttribute(SignedIn.ID)))
                .findFirst();
        found.ifPresent(session -> {
            live.end(id, Goodbye.REVOKED);
            stored.delete(session.getId());
        });
        return found.isPresent();
    }

    @Override
    public SignIn begin(HttpServletRequest request, Person person, Optional<TenantId> wanted) {
        var open = places.of(person.id());
        if (open.isEmpty()) {
            throw Refusal.of(Kind.FORBIDDEN, "no-place");
        }
        var chosen = open.stream()
                .filter(place -> open.size() == 1 || wanted.equals(Optional.of(place.tenant())))
                .findFirst();
        var anew = SignedIn.anew(person.id());
        browser.begin(
                request,
                chosen.map(place -> anew.at(place.tenant(), place.account())).orElse(anew));
        chosen.ifPresent(places::arrive);
        return new SignIn(
                chosen.isPresent() ? State.SIGNED_IN : State.CHOOSE_PLACE,
                open.stream().map(Open::place).toList());
    }

    @Override
    public void beginAt(HttpServletRequest request, Person person, TenantId place) {
        var open = places.of(person.id()).stream()
                .filter(one -> one.tenant().equals(place))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Kind.FORBIDDEN, "no-place"));
        var signedIn = SignedIn.anew(person.id()).at(open.tenant(), open.account());
        browser.begin(request, signedIn.staying());
        places.arrive(open);
    }

    @Override
    public Optional<PersonId> person(HttpServletRequest request) {
        return browser.signedIn(request).map(SignedIn::person);
    }

    private void each(PersonId person, BiConsumer<Session, SignedIn> work) {
        stored.of(person)
                .forEach(session ->
                        SignedIn.read(session::getAttribute).ifPresent(signedIn -> work.accept(session, signedIn)));
    }

    private void end(Session session, SignedIn signedIn, Goodbye why) {
        live.end(signedIn.id(), why);
        stored.delete(session.getId());
    }
}
