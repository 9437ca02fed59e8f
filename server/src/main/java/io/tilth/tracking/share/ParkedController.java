package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.kernel.Needs;
import io.tilth.tracking.share.Parked.Word;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits to be sent in a chat, 待发送: the caller's own. */
@RestController
@RequestMapping("/api/v1/parked")
@Needs("share:write")
class ParkedController {

    private final ParkedService parked;

    ParkedController(ParkedService parked) {
        this.parked = parked;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ParkedWord park(@Valid @RequestBody NewParked request) {
        var word = new Word(
                request.sentence(), Optional.ofNullable(request.materialId()), Optional.ofNullable(request.alertId()));
        return ParkedWord.of(parked.park(request.customerId(), word));
    }

    @GetMapping
    List<ParkedWord> of(@RequestParam CustomerId customer) {
        return parked.of(customer).stream().map(ParkedWord::of).toList();
    }

    /** It was sent, or is not wanted any more. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id) {
        parked.drop(id);
    }

    record NewParked(
            @NotNull CustomerId customerId,
            @NotNull @Size(max = 1000) String sentence,
            @Nullable MaterialId materialId,
            @Nullable UUID alertId) {}

    record ParkedWord(
            UUID id,
            CustomerId customerId,
            String sentence,
            @Nullable MaterialId materialId,
            @Nullable UUID alertId,
            Instant at) {

        static ParkedWord of(Parked one) {
            return new ParkedWord(
                    one.id(),
                    one.customer(),
                    one.word().sentence(),
                    one.word().material().orElse(null),
                    one.word().alert().orElse(null),
                    one.at());
        }
    }
}
