package io.tilth.access.signin;

import io.tilth.access.Passwords;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.Proofs;
import io.tilth.access.signin.SignIn.Outcome;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.RequestInfo;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts the guess, checks it, and says how it went; holds no transaction while the slow hash is made. */
@Component
class Doorkeeper implements Proofs {

    private final GuessService guesses;
    private final Passwords passwords;
    private final Persons persons;
    private final SignInService signIns;
    private final LockNotice lock;

    Doorkeeper(GuessService guesses, Passwords passwords, Persons persons, SignInService signIns, LockNotice lock) {
        this.guesses = guesses;
        this.passwords = passwords;
        this.persons = persons;
        this.signIns = signIns;
        this.lock = lock;
    }

    @Override
    public Proof prove(String login, String password, Optional<String> code) {
        var guesser = guesser(login);
        var person = check(guesser, password, Refusal.of(Kind.NOT_SIGNED_IN, "sign-in-failed"));
        if (person.totp() && code.isEmpty()) {
            return new Proof(person, true); // and the guess stays counted, or codes could be guessed without limit
        }
        if (person.totp() && !persons.useCode(person.id(), code.orElseThrow())) {
            wrong(guesser, Optional.of(person));
            throw Refusal.of(Kind.NOT_SIGNED_IN, "code-not-right");
        }
        guesses.right(guesser);
        signIns.note(person.id(), Outcome.OK);
        return new Proof(person, false);
    }

    @Override
    public void provePassword(Person person, String password) {
        var guesser = guesser(person.login());
        check(guesser, password, Refusal.of(Kind.BROKEN_RULE, "password-not-right"));
        guesses.right(guesser);
    }

    @Override
    public void forgive(String login) {
        guesses.forgive(guesser(login));
    }

    private Person check(Guesser guesser, String password, Refusal refusal) {
        guesses.count(guesser);
        return passwords.owner(guesser.login(), password).orElseThrow(() -> {
            wrong(guesser, persons.ofLogin(guesser.login()));
            return refusal;
        });
    }

    private void wrong(Guesser guesser, Optional<Person> owner) {
        boolean locked = guesses.wrong(guesser);
        owner.ifPresent(person -> signIns.note(person.id(), Outcome.WRONG));
        if (locked) {
            owner.ifPresent(person -> lock.tell(person, signIns.note(person.id(), Outcome.LOCKED)));
        }
    }

    private static Guesser guesser(String login) {
        return new Guesser(login, RequestInfo.find().map(RequestInfo::address).orElse(""));
    }
}
