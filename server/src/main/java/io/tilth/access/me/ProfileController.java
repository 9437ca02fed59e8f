package io.tilth.access.me;

import io.tilth.access.me.ProfileRepository.Named;
import io.tilth.kernel.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Needs
class ProfileController {

    private final ProfileService profiles;
    private final Myself myself;

    ProfileController(ProfileService profiles, Myself myself) {
        this.profiles = profiles;
        this.myself = myself;
    }

    @GetMapping
    Profile mine(HttpServletRequest request) {
        return profiles.of(myself.reading(request).id());
    }

    @PutMapping
    Profile change(@Valid @RequestBody Change change, HttpServletRequest request) {
        var to = new Named(change.name().strip(), change.version());
        return profiles.change(myself.changing(request).id(), to, change.language());
    }

    record Change(
            @NotBlank @Size(max = 30) String name,
            @NotNull @Pattern(regexp = "zh-CN|en") String language,
            int version) {}
}
