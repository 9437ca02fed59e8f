package io.tilth.acquisition.defaultwelcome;

import io.tilth.acquisition.CodeWelcome;
import io.tilth.acquisition.GreetingOfCode;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/default-welcome")
class DefaultWelcomeController {

    private final DefaultWelcomeService welcomes;

    DefaultWelcomeController(DefaultWelcomeService welcomes) {
        this.welcomes = welcomes;
    }

    @Needs("welcome:read")
    @GetMapping
    WelcomeByDefault get() {
        return WelcomeByDefault.of(welcomes.get());
    }

    @Needs("channel-code:write")
    @PutMapping
    WelcomeByDefault change(@Valid @RequestBody WelcomeByDefault request) {
        return WelcomeByDefault.of(
                welcomes.change(new DefaultWelcome(CodeWelcome.of(request.welcome()), request.version())));
    }

    /**
     * How new friends are greeted whom no code of ours brought.
     *
     * @param version 0 before anybody decided
     */
    record WelcomeByDefault(
            @NotNull @Valid GreetingOfCode welcome, @NotNull Integer version) {

        static WelcomeByDefault of(DefaultWelcome welcome) {
            return new WelcomeByDefault(welcome.welcome().told(), welcome.version());
        }
    }
}
