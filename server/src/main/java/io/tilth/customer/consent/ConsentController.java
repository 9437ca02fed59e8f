package io.tilth.customer.consent;

import io.tilth.customer.CustomerId;
import io.tilth.customer.consent.QuietRepository.Quiet;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer wants to be left in peace; one tap of their member says so. */
@RestController
@RequestMapping("/api/v1/customers/{id}/quiet")
@Needs("customer:read")
class ConsentController {

    private final ConsentService consents;

    ConsentController(ConsentService consents) {
        this.consents = consents;
    }

    @GetMapping
    QuietWish get(@PathVariable CustomerId id) {
        return shown(consents.of(id));
    }

    @PutMapping
    QuietWish note(@PathVariable CustomerId id, @Valid @RequestBody NotedQuiet request) {
        return shown(consents.note(id, request.quiet()));
    }

    private static QuietWish shown(Optional<Quiet> quiet) {
        return new QuietWish(
                quiet.isPresent(),
                quiet.map(Quiet::since).orElse(null),
                quiet.map(wish -> wish.member().isEmpty()).orElse(false));
    }

    /** @param themselves whether the customer asked on a page; else somebody here noted it */
    record QuietWish(boolean quiet, @Nullable Instant since, boolean themselves) {}

    record NotedQuiet(@NotNull Boolean quiet) {}
}
