package io.tilth.access.wecom;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ReadingBrowser;
import io.tilth.wecom.WecomSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Where browsers go to sign in by WeCom. What goes wrong is said on the sign-in page, since a person is looking. */
@RestController
@RequestMapping("/wecom/sign-in")
@Hidden
@Needs.Anyone
class WecomSignInController {

    private final WecomSignIn signIn;
    private final WecomSettings wecom;
    private final Clock clock;
    private final boolean secure;
    private final String cookie;

    WecomSignInController(WecomSignIn signIn, WecomSettings wecom, Clock clock, TilthSettings settings) {
        this.signIn = signIn;
        this.wecom = wecom;
        this.clock = clock;
        this.secure = settings.secure();
        this.cookie = secure ? "__Host-tilth-wecom" : "tilth-wecom"; // the prefix binds it to this very host
    }

    @GetMapping
    ResponseEntity<Void> begin(@RequestParam Optional<String> to, HttpServletRequest request) {
        try {
            return begin(signIn.only().value().toString(), to, request);
        } catch (Refusal refusal) {
            return sorry(refusal, "", to.filter(SignInState::isWorkbench).isPresent());
        }
    }

    @GetMapping("/{company}")
    ResponseEntity<Void> begin(
            @PathVariable String company, @RequestParam Optional<String> to, HttpServletRequest request) {
        try {
            var state = SignInState.begin(id(company), clock.instant(), to);
            var away = signIn.away(state, ReadingBrowser.of(request, wecom) == ReadingBrowser.WECOM);
            return go(away, state.cookie(), SignInState.LIFETIME);
        } catch (Refusal refusal) {
            return sorry(refusal, company, to.filter(SignInState::isWorkbench).isPresent());
        }
    }

    @GetMapping("/return")
    ResponseEntity<Void> back(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        var begun = kept(request);
        try {
            var known = begun.filter(kept -> kept.isFor(state, clock.instant()))
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "wecom-sign-in-over"));
            signIn.arrive(request, known.company(), code);
            return go(URI.create(known.to()), "", Duration.ZERO);
        } catch (Refusal refusal) {
            return sorry(
                    refusal,
                    begun.map(kept -> kept.company().value().toString()).orElse(""),
                    begun.filter(SignInState::toWorkbench).isPresent());
        }
    }

    private ResponseEntity<Void> sorry(Refusal refusal, String company, boolean workbench) {
        var page = UriComponentsBuilder.fromPath(workbench ? "/w/door" : "/sign-in")
                .queryParam("company", "{company}")
                .queryParam("problem", "{problem}")
                .encode()
                .build(company, refusal.code());
        return go(page, "", Duration.ZERO);
    }

    private ResponseEntity<Void> go(URI to, String value, Duration lifetime) {
        var kept = ResponseCookie.from(cookie, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(to)
                .header(HttpHeaders.SET_COOKIE, kept.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Optional<SignInState> kept(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(sent -> sent.getName().equals(cookie))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(SignInState::read);
    }

    private static CompanyId id(String company) {
        try {
            return CompanyId.of(company);
        } catch (IllegalArgumentException noId) {
            throw Refusal.notFound("wecom-sign-in-unknown");
        }
    }
}
