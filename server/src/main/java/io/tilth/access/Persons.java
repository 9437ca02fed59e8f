package io.tilth.access;

import io.tilth.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/** The people who sign in, whatever the tenant: their login, their proofs, and where they belong. */
public interface Persons {

    Optional<Person> find(PersonId id);

    /** @param login as typed; capitals and surrounding blanks do not matter */
    Optional<Person> ofLogin(String login);

    /** Somebody new. */
    Person create(String login, PasswordHash password);

    void setPassword(PersonId person, PasswordHash password);

    void speak(PersonId person, String language);

    /** Begins a second factor; it asks nothing of anybody until {@link #confirmTotp confirmed}. */
    TotpSecret beginTotp(PersonId person);

    /** Turns the begun second factor on; false when the code is not right. */
    boolean confirmTotp(PersonId person, String code);

    void dropTotp(PersonId person);

    /** Whether the code is right just now; each code is good for one use. */
    boolean useCode(PersonId person, String code);

    /** Where the person has an account, the oldest first. */
    List<Membership> memberships(PersonId person);

    /** Everybody who has an account of the tenant. */
    List<PersonId> of(TenantId tenant);

    /** @param totp whether a second factor is asked for */
    record Person(PersonId id, String login, String language, boolean totp) {}

    record Membership(TenantId tenant, AccountId account) {}

    /** A password as it may be stored: nobody can read it back. */
    record PasswordHash(String value) {

        @Override
        public String toString() {
            return "PasswordHash";
        }
    }

    /** What an authenticator app is given: the bare secret to type, or the address to show as a QR code. */
    record TotpSecret(String secret, String uri) {}
}
