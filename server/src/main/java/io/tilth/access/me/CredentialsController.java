package io.tilth.access.me;

import io.tilth.access.Passwords;
import io.tilth.access.Persons;
import io.tilth.access.Persons.TotpSecret;
import io.tilth.access.Proofs;
import io.tilth.access.Sessions;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a person proves who they are: each change asks for the password again. */
@RestController
@RequestMapping("/api/v1/me")
@Needs
class CredentialsController {

    private final Myself myself;
    private final Proofs proofs;
    private final Passwords passwords;
    private final Persons persons;
    private final Sessions sessions;
    private final ProfileService profiles;

    CredentialsController(
            Myself myself,
            Proofs proofs,
            Passwords passwords,
            Persons persons,
            Sessions sessions,
            ProfileService profiles) {
        this.myself = myself;
        this.proofs = proofs;
        this.passwords = passwords;
        this.persons = persons;
        this.sessions = sessions;
        this.profiles = profiles;
    }

    /** Whoever knew the old password is signed out, wherever they are. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody NewPassword change, HttpServletRequest request) {
        var person = myself.changing(request);
        proofs.provePassword(person, change.current());
        persons.setPassword(person.id(), passwords.hash(person.login(), change.next()));
        sessions.endOthers(person.id(), Caller.current().session());
        request.changeSessionId();
        profiles.note("password.changed");
    }

    @PostMapping("/totp")
    TotpSecret beginTotp(@Valid @RequestBody Password given, HttpServletRequest request) {
        var person = myself.changing(request);
        proofs.provePassword(person, given.password());
        return persons.beginTotp(person.id());
    }

    @PutMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmTotp(@Valid @RequestBody Code given, HttpServletRequest request) {
        var person = myself.changing(request);
        Refusal.unless(persons.confirmTotp(person.id(), given.code().strip()), "code-not-right");
        profiles.note("totp.turned-on");
    }

    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropTotp(@Valid @RequestBody Password given, HttpServletRequest request) {
        var person = myself.changing(request);
        proofs.provePassword(person, given.password());
        persons.dropTotp(person.id());
        profiles.note("totp.turned-off");
    }

    record NewPassword(
            @NotEmpty @Size(max = 200) String current,
            @NotEmpty @Size(max = 200) String next) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record Password(@NotEmpty @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "Password";
        }
    }

    record Code(@NotBlank @Size(max = 20) String code) {}
}
