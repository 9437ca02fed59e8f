package io.tilth.wecom.inbox;

import io.tilth.kernel.Needs;
import io.tilth.wecom.Envelopes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeCom knocks. Says {@code success} once the callback is on disk, and the same no to everything that is not WeCom's. */
@RestController
@RequestMapping("/wecom/callback/{key}")
class InboxController {

    private final AddressBook addresses;
    private final Envelopes envelopes;
    private final ArrivalWriter writer;
    private final Clock clock;

    InboxController(AddressBook addresses, Envelopes envelopes, ArrivalWriter writer, Clock clock) {
        this.addresses = addresses;
        this.envelopes = envelopes;
        this.writer = writer;
        this.clock = clock;
    }

    /** WeCom verifies the address: it wants to read what it sealed, bare, within a second. */
    @Needs.Anyone
    @GetMapping
    ResponseEntity<String> verify(@PathVariable String key, HttpServletRequest request) {
        return addresses
                .find(key)
                .flatMap(address -> envelopes
                        .echo(address.seal(), Knock.signature(request), Knock.parameter(request, "echostr"))
                        .map(echo -> {
                            addresses.verified(address);
                            return Knock.answer(HttpStatus.OK, echo);
                        }))
                .orElseGet(Knock::no);
    }

    @Needs.Anyone
    @PostMapping
    ResponseEntity<String> receive(@PathVariable String key, HttpServletRequest request)
            throws IOException, InterruptedException {
        var form = Knock.form(request);
        if (form.isEmpty()) {
            return Knock.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "");
        }
        var body = Knock.body(request);
        if (body.isEmpty()) {
            return Knock.answer(HttpStatus.CONTENT_TOO_LARGE, "");
        }
        var arrival = addresses
                .find(key)
                .flatMap(address -> envelopes
                        .open(address.seal(), Knock.signature(request), form.get(), body.get())
                        .map(message -> Arrival.of(address.tenant(), address.company(), message, clock.instant())));
        if (arrival.isEmpty()) {
            return Knock.no();
        }
        return writer.store(arrival.get()) ? Knock.answer(HttpStatus.OK, "success") : Knock.notNow();
    }
}
