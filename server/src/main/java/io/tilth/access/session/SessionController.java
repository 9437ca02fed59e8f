package io.tilth.access.session;

import io.tilth.access.Sessions.Place;
import io.tilth.access.session.Places.Open;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the browser is. Open to those who are not in yet, or cannot come in just now: they ask why. */
@RestController
@Needs.Anyone
class SessionController {

    private final Browser browser;
    private final Places places;

    SessionController(Browser browser, Places places) {
        this.browser = browser;
        this.places = places;
    }

    @GetMapping("/api/v1/session")
    Here here(HttpServletRequest request) {
        browser.leaveWhenOver(request);
        return browser.enter(request).map(Here::of).orElseThrow(SessionController::notSignedIn);
    }

    @DeleteMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpServletRequest request) {
        browser.end(request);
    }

    @PutMapping("/api/v1/session/place")
    Here go(@Valid @RequestBody Destination destination, HttpServletRequest request) {
        var signedIn = browser.signedIn(request).orElseThrow(SessionController::notSignedIn);
        var place = places.of(signedIn.person()).stream()
                .filter(open -> open.tenant().equals(destination.tenant()) && signedIn.mayGo(open.tenant()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Kind.FORBIDDEN, "place-not-yours"));
        browser.move(request, signedIn.at(place.tenant(), place.account()));
        places.arrive(place);
        return here(request);
    }

    @GetMapping("/api/v1/me/places")
    List<Place> places(HttpServletRequest request) {
        var signedIn = browser.signedIn(request).orElseThrow(SessionController::notSignedIn);
        return places.of(signedIn.person()).stream()
                .filter(open -> signedIn.mayGo(open.tenant()))
                .map(Open::place)
                .toList();
    }

    private static Refusal notSignedIn() {
        return Refusal.of(Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    record Destination(@NotNull TenantId tenant) {}
}
