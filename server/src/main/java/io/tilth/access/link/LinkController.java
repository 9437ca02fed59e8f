package io.tilth.access.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tilth.access.Accounts.Account;
import io.tilth.access.Sessions;
import io.tilth.access.Sessions.SignIn;
import io.tilth.access.link.Joining.Found;
import io.tilth.access.link.Link.Kind;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One-time links, in the hands of those whom they were sent to. */
@RestController
@RequestMapping("/api/v1/links")
@Needs.Anyone
class LinkController {

    private final Joining joining;
    private final Sessions sessions;

    LinkController(Joining joining, Sessions sessions) {
        this.joining = joining;
        this.sessions = sessions;
    }

    @PostMapping("/look")
    Looked look(@Valid @RequestBody Token request) {
        return Looked.of(joining.find(request.token()));
    }

    @PostMapping("/use")
    SignIn use(@Valid @RequestBody Use use, HttpServletRequest request) {
        var found = joining.find(use.token());
        var code = Optional.ofNullable(use.code()).filter(given -> !given.isBlank());
        var proof = joining.use(found, use.login(), use.password(), code);
        return proof.codeNeeded()
                ? SignIn.CODE_NEEDED
                : sessions.begin(
                        request, proof.person(), Optional.of(found.tenant().id()));
    }

    record Token(@NotBlank @Size(max = 200) String token) {}

    /** @param login as chosen; a reset keeps the login that it is for */
    record Use(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(max = 200) String login,
            @NotEmpty @Size(max = 200) String password,
            @Size(max = 20) @Nullable String code) {

        @Override
        public String toString() {
            return "Use";
        }
    }

    record Looked(
            Kind kind,
            Place place,
            String name,
            String role,
            @Nullable String login,
            Instant expiresAt) {

        static Looked of(Found found) {
            var link = found.seen().link();
            var tenant = found.tenant();
            return new Looked(
                    link.kind(),
                    new Place(tenant.name(), Right.Place.of(tenant.id())),
                    link.name(),
                    found.seen().role(),
                    found.seen().account().map(Account::login).orElse(null),
                    link.expiresAt());
        }

        @Schema(name = "InvitingPlace")
        record Place(String name, Right.Place kind) {}
    }
}
