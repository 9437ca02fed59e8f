package io.tilth.access.signin;

import io.tilth.access.Proofs;
import io.tilth.access.Sessions;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignInController {

    private final Proofs proofs;
    private final Sessions sessions;
    private final SignInService signIns;

    SignInController(Proofs proofs, Sessions sessions, SignInService signIns) {
        this.proofs = proofs;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @Needs.Anyone
    @PostMapping("/api/v1/session")
    Sessions.SignIn signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        var proof = proofs.prove(credentials.login(), credentials.password(), credentials.givenCode());
        return proof.codeNeeded()
                ? Sessions.SignIn.CODE_NEEDED
                : sessions.begin(request, proof.person(), Optional.empty());
    }

    @Needs
    @GetMapping("/api/v1/me/sign-ins")
    List<SignIn> mine(HttpServletRequest request) {
        return signIns.newest(
                sessions.person(request).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in")));
    }

    /** @param code of the second factor, once it was asked for */
    record Credentials(
            @NotBlank @Size(max = 200) String login,
            @NotEmpty @Size(max = 200) String password,
            @Size(max = 20) @Nullable String code) {

        Optional<String> givenCode() {
            return Optional.ofNullable(code).map(String::strip).filter(given -> !given.isEmpty());
        }

        @Override
        public String toString() {
            return "Credentials";
        }
    }
}
