package io.tilth.access.person;

import io.tilth.access.Passwords;
import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters that OWASP recommends: 19 MiB and two passes for each guess. */
@Component
class Argon2Passwords implements Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** A crowd at the door waits in line rather than taking 19 MiB each. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PersonService persons;
    private final PasswordEncoder encoder;
    private final Semaphore desks = new Semaphore(AT_ONCE, true);

    /** Checked for logins that nobody has, so that the time it takes tells nothing. */
    private final PasswordHash nobodys;

    @Autowired
    Argon2Passwords(PersonService persons) {
        this(persons, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    Argon2Passwords(PersonService persons, PasswordEncoder encoder) {
        this.persons = persons;
        this.encoder = encoder;
        this.nobodys = new PasswordHash(String.valueOf(encoder.encode("nobody's password")));
    }

    @Override
    public PasswordHash hash(String login, String password) {
        PasswordRules.check(new Login(login).value(), password);
        return atDesk(() -> new PasswordHash(String.valueOf(encoder.encode(password))));
    }

    @Override
    public Optional<Person> owner(String login, String password) {
        var credentials = persons.credentials(login);
        var hash = credentials.map(PersonRepository.Credentials::password).orElse(nobodys);
        boolean right = atDesk(() -> encoder.matches(password, hash.value()));
        return credentials.filter(known -> right).map(PersonRepository.Credentials::person);
    }

    private <T> T atDesk(Supplier<T> work) {
        try {
            if (!desks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.of(Refusal.Kind.OVER_LIMIT, "sign-in-busy").with("retryAfter", PATIENCE.toSeconds());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        try {
            return work.get();
        } finally {
            desks.release();
        }
    }
}
