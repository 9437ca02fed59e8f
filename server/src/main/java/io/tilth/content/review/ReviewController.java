package io.tilth.content.review;

import io.tilth.content.Wording.Claim;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How closely the company looks at its materials before customers read them. */
@RestController
@RequestMapping("/api/v1/material-review")
class ReviewController {

    private final WordingService wording;

    ReviewController(WordingService wording) {
        this.wording = wording;
    }

    @Needs("material:read")
    @GetMapping
    ShownReview show() {
        return shown(wording.setting());
    }

    @Needs("material:review")
    @PutMapping
    ShownReview change(@Valid @RequestBody ChangedReview request) {
        return shown(wording.change(
                new ReviewSetting(request.always(), request.own(), request.allowed(), request.version())));
    }

    private ShownReview shown(ReviewSetting setting) {
        var house = wording.house().stream()
                .map(entry -> new HouseWord(entry.word(), entry.claim()))
                .toList();
        return new ShownReview(setting.always(), setting.own(), setting.allowed(), house, setting.version());
    }

    /** @param house words that are looked at unless they are allowed */
    record ShownReview(boolean always, List<String> own, List<String> allowed, List<HouseWord> house, int version) {}

    record HouseWord(String word, Claim claim) {}

    record ChangedReview(
            @NotNull Boolean always,
            @NotNull @Size(max = 500) List<@NotBlank @Size(max = 20) String> own,
            @NotNull @Size(max = 500) List<@NotBlank @Size(max = 20) String> allowed,
            @NotNull Integer version) {}
}
