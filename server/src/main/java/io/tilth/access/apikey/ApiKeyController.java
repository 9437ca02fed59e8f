package io.tilth.access.apikey;

import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeyController {

    private final ApiKeyService keys;

    ApiKeyController(ApiKeyService keys) {
        this.keys = keys;
    }

    @Needs("api-key:read")
    @GetMapping
    List<ApiKey> newest() {
        return keys.newest();
    }

    @Needs("api-key:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ShownOnce create(@Valid @RequestBody WantedKey request) {
        return ShownOnce.of(keys.create(request.name(), request.rights(), request.expiresAt()));
    }

    @Needs("api-key:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        keys.revoke(id);
    }

    record WantedKey(
            @NotBlank @Size(max = 60) String name,
            @NotEmpty @Size(max = 200) Set<@NotBlank String> rights,
            @NotNull Instant expiresAt) {}

    /** @param key the whole key, which nobody can see again */
    record ShownOnce(
            UUID id, String name, String key, String prefix, Set<String> rights, Instant createdAt, Instant expiresAt) {

        static ShownOnce of(ApiKeyService.NewKey made) {
            var key = made.key();
            return new ShownOnce(
                    key.id(), key.name(), made.whole(), key.prefix(), key.rights(), key.createdAt(), key.expiresAt());
        }
    }
}
