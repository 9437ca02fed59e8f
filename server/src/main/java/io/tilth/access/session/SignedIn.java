package io.tilth.access.session;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * What a session holds: ids only. What they stand for is read anew with each request, so that a change counts at once.
 *
 * @param id names the session to its owner and to streams; unlike the session's own id it opens nothing
 * @param place where the person has chosen to be, or the company that they visit
 * @param bound holds for this one place: the person was proven by the company's own WeCom, which says nothing elsewhere
 * @param support the request that lets an operator visit the place; their account stays that of the house
 */
record SignedIn(
        String id,
        PersonId person,
        Optional<TenantId> place,
        Optional<AccountId> account,
        boolean bound,
        Optional<UUID> support) {

    static final String ADDRESS = "address";
    static final String AGENT = "agent";

    static final String ID = "id";
    private static final String PERSON = "person";
    private static final String PLACE = "tenant";
    private static final String ACCOUNT = "account";
    private static final String BOUND = "bound";
    private static final String SUPPORT = "support";

    static SignedIn anew(PersonId person) {
        return new SignedIn(newId(), person, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Reads a session; empty when nobody is signed in with it. */
    static Optional<SignedIn> read(Function<String, @Nullable Object> session) {
        return text(session, PERSON)
                .map(person -> new SignedIn(
                        text(session, ID).orElse(""),
                        PersonId.of(person),
                        text(session, PLACE).map(TenantId::of),
                        text(session, ACCOUNT).map(AccountId::of),
                        text(session, BOUND).isPresent(),
                        text(session, SUPPORT).map(UUID::fromString)));
    }

    /** Another place is another session to streams: those of the last place end. */
    SignedIn at(TenantId place, AccountId account) {
        return new SignedIn(newId(), person, Optional.of(place), Optional.of(account), bound, Optional.empty());
    }

    /** The same, never to leave its place. */
    SignedIn staying() {
        return new SignedIn(id, person, place, account, true, support);
    }

    boolean mayGo(TenantId to) {
        return !bound || place.equals(Optional.of(to));
    }

    SignedIn visiting(TenantId company, UUID request) {
        return new SignedIn(newId(), person, Optional.of(company), account, bound, Optional.of(request));
    }

    /** Back from a visit. */
    SignedIn home() {
        return new SignedIn(newId(), person, Optional.of(TenantId.HOUSE), account, bound, Optional.empty());
    }

    /** Where the account is. */
    Optional<TenantId> homePlace() {
        return support.isPresent() ? Optional.of(TenantId.HOUSE) : place;
    }

    boolean isVisiting(TenantId company) {
        return support.isPresent() && place.equals(Optional.of(company));
    }

    void write(BiConsumer<String, @Nullable Object> session) {
        session.accept(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.value().toString());
        session.accept(ID, id);
        session.accept(PERSON, person.value().toString());
        session.accept(
                PLACE, place.map(tenant -> String.valueOf(tenant.value())).orElse(null));
        session.accept(ACCOUNT, account.map(known -> known.value().toString()).orElse(null));
        session.accept(BOUND, bound ? "bound" : null);
        session.accept(SUPPORT, support.map(UUID::toString).orElse(null));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Optional<String> text(Function<String, @Nullable Object> session, String name) {
        return Optional.ofNullable(session.apply(name)).map(Object::toString);
    }
}
