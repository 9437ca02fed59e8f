package io.tilth.wecom.inbox;

import io.tilth.kernel.Needs;
import io.tilth.wecom.Envelopes;
import io.tilth.wecom.Envelopes.Opened;
import io.tilth.wecom.Envelopes.Seal;
import io.tilth.wecom.SuiteCompanies;
import io.tilth.wecom.SuiteCompanies.Authorised;
import io.tilth.wecom.SuiteEvents;
import io.tilth.wecom.WecomSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WeCom tells the provider of an app what concerns the app, and what happens in the companies that authorised it.
 * The latter goes the way of every other callback.
 */
@RestController
@RequestMapping("/wecom/suite/callback")
class SuiteController {

    /** What happens in a company; anything else is about the app. */
    private static final Set<String> OF_COMPANIES = Set.of(
            "change_contact",
            "change_external_contact",
            "change_external_chat",
            "change_external_tag",
            "customer_acquisition",
            "kf_msg_or_event");

    private final WecomSettings settings;
    private final Envelopes envelopes;
    private final ArrivalWriter writer;
    private final ObjectProvider<SuiteCompanies> companies;
    private final ObjectProvider<SuiteEvents> listeners;
    private final Clock clock;

    SuiteController(
            WecomSettings settings,
            Envelopes envelopes,
            ArrivalWriter writer,
            ObjectProvider<SuiteCompanies> companies,
            ObjectProvider<SuiteEvents> listeners,
            Clock clock) {
        this.settings = settings;
        this.envelopes = envelopes;
        this.writer = writer;
        this.companies = companies;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Names the provider's own corporation as its receiver, which nobody tells us. */
    @Needs.Anyone
    @GetMapping
    ResponseEntity<String> verify(HttpServletRequest request) {
        return seal(receiver -> true)
                .flatMap(seal -> envelopes.echo(seal, Knock.signature(request), Knock.parameter(request, "echostr")))
                .map(echo -> Knock.answer(HttpStatus.OK, echo))
                .orElseGet(Knock::no);
    }

    @Needs.Anyone
    @PostMapping
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException, InterruptedException {
        var form = Knock.form(request);
        if (form.isEmpty()) {
            return Knock.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "");
        }
        var body = Knock.body(request);
        if (body.isEmpty()) {
            return Knock.answer(HttpStatus.CONTENT_TOO_LARGE, "");
        }
        var opened = seal(this::isOurs)
                .flatMap(seal -> envelopes.open(seal, Knock.signature(request), form.get(), body.get()));
        return opened.isEmpty() ? Knock.no() : take(opened.get());
    }

    private Optional<Seal> seal(Predicate<String> receivers) {
        var suite = settings.suite();
        return suite.id().isEmpty() || suite.token().isEmpty()
                ? Optional.empty()
                : Optional.of(new Seal(suite.token(), suite.aesKey(), receivers));
    }

    private boolean isOurs(String receiver) {
        return receiver.equals(settings.suite().id()) || find(receiver).isPresent();
    }

    private Optional<Authorised> find(String corpId) {
        return companies.stream().flatMap(door -> door.find(corpId).stream()).findFirst();
    }

    private ResponseEntity<String> take(Opened message) throws InterruptedException {
        var infoType = message.fields().getOrDefault("InfoType", "");
        boolean toProvider = message.receiver().equals(settings.suite().id());
        if (toProvider && !OF_COMPANIES.contains(infoType)) {
            return tell(infoType, message);
        }
        // Whoever could write to the app in one company's name must not do so in another's.
        var corp = toProvider ? message.fields().getOrDefault("AuthCorpId", "") : message.receiver();
        var company = find(corp);
        if (company.isEmpty()) {
            return Knock.no();
        }
        var arrival = Arrival.of(company.get().tenant(), company.get().company(), message, clock.instant());
        return writer.store(arrival) ? Knock.answer(HttpStatus.OK, "success") : Knock.notNow();
    }

    private ResponseEntity<String> tell(String infoType, Opened message) {
        var hearing = listeners.stream().toList();
        hearing.forEach(listener -> listener.accept(infoType, message.fields()));
        return hearing.isEmpty() ? Knock.notNow() : Knock.answer(HttpStatus.OK, "success");
    }
}
