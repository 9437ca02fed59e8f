package io.tilth.access.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tilth.access.PersonId;
import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.access.person.PersonRepository.Credentials;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class Argon2PasswordsTest {

    private static final Person LIN = new Person(PersonId.next(), "lin", "en", false);

    private final PersonService persons = mock();
    private final PasswordEncoder encoder = mock();

    @Test
    void makesHashesAsOwaspAdvises() {
        var passwords = new Argon2Passwords(persons);

        var hash = passwords.hash("lin", "correct horse battery");

        assertThat(hash.value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        when(persons.credentials("lin")).thenReturn(Optional.of(new Credentials(LIN, hash)));
        assertThat(passwords.owner("lin", "correct horse battery")).contains(LIN);
        assertThat(passwords.owner("lin", "correct horse batterY")).isEmpty();
    }

    @Test
    void worksJustAsHardForALoginThatNobodyHas() {
        when(encoder.encode(any())).thenReturn("nobody's hash");
        when(encoder.matches(any(), any())).thenReturn(true);
        when(persons.credentials("ghost")).thenReturn(Optional.empty());

        assertThat(new Argon2Passwords(persons, encoder).owner("ghost", "a guess"))
                .isEmpty();

        verify(encoder).matches(eq("a guess"), eq("nobody's hash"));
    }

    @Test
    void makesNoMoreThanFourHashesAtOnce() throws InterruptedException {
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var crowd = new CountDownLatch(4);
        when(persons.credentials("lin")).thenReturn(Optional.of(new Credentials(LIN, new PasswordHash("hash"))));
        when(encoder.matches(any(), any())).thenAnswer(call -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            crowd.countDown();
            crowd.await();
            Thread.yield();
            working.decrementAndGet();
            return true;
        });
        var passwords = new Argon2Passwords(persons, encoder);

        var guests = java.util.stream.Stream.generate(
                        () -> Thread.startVirtualThread(() -> passwords.owner("lin", "x")))
                .limit(40)
                .toList();
        for (var guest : guests) {
            guest.join();
        }

        assertThat(most).hasValue(4);
    }
}
