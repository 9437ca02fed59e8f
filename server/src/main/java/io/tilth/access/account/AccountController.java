package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.Links;
import io.tilth.access.RoleId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final AccountCareService accounts;

    AccountController(AccountCareService accounts) {
        this.accounts = accounts;
    }

    @Needs("account:read")
    @GetMapping
    Page<ListedAccount> search(@Valid @ParameterObject AccountFilter filter, @ParameterObject Paging paging) {
        return accounts.search(filter, paging);
    }

    @Needs("account:write")
    @PutMapping("/{id}")
    ListedAccount change(@PathVariable AccountId id, @Valid @RequestBody ChangedAccount request) {
        return accounts.change(id, request.name(), request.roleId(), request.version());
    }

    @Needs("account:write")
    @PostMapping("/{id}/freeze")
    ListedAccount freeze(@PathVariable AccountId id) {
        return accounts.freeze(id);
    }

    @Needs("account:write")
    @PostMapping("/{id}/unfreeze")
    ListedAccount unfreeze(@PathVariable AccountId id) {
        return accounts.unfreeze(id);
    }

    @Needs("account:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable AccountId id) {
        accounts.remove(id);
    }

    @Needs("account:write")
    @PostMapping("/{id}/reset-link")
    OneTimeLink resetLink(@PathVariable AccountId id) {
        return OneTimeLink.of(accounts.resetLink(id));
    }

    record ChangedAccount(
            @NotBlank @Size(max = 30) String name,
            @NotNull RoleId roleId,
            @NotNull Integer version) {}

    record OneTimeLink(URI link, Instant expiresAt) {

        static OneTimeLink of(Links.Issued issued) {
            return new OneTimeLink(issued.link(), issued.expiresAt());
        }
    }
}
