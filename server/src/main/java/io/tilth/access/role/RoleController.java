package io.tilth.access.role;

import io.tilth.access.RoleId;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RoleController {

    private final RoleService roles;

    RoleController(RoleService roles) {
        this.roles = roles;
    }

    @Needs("role:read")
    @GetMapping("/api/v1/roles")
    List<ListedRole> all() {
        return roles.all();
    }

    @Needs("role:write")
    @PostMapping("/api/v1/roles")
    @ResponseStatus(HttpStatus.CREATED)
    ListedRole create(@Valid @RequestBody NewRole request) {
        return roles.create(request.name(), new Reach(request.rights(), request.scope(), request.masked()));
    }

    @Needs("role:write")
    @PutMapping("/api/v1/roles/{id}")
    ListedRole change(@PathVariable RoleId id, @Valid @RequestBody ChangedRole request) {
        var reach = new Reach(request.rights(), request.scope(), request.masked());
        return roles.change(id, request.name(), reach, request.version());
    }

    @Needs("role:write")
    @DeleteMapping("/api/v1/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable RoleId id) {
        roles.remove(id);
    }

    /** Signed-in is enough: whoever makes a role or a key chooses from these, and their names are no secret. */
    @Needs
    @GetMapping("/api/v1/rights")
    List<OfferedRight> offered() {
        return roles.offered().stream().map(OfferedRight::of).toList();
    }

    record NewRole(
            @NotBlank @Size(max = 30) String name,
            @NotNull DataScope scope,
            @NotNull Boolean masked,
            @NotNull @Size(max = 200) Set<@NotBlank String> rights) {}

    record ChangedRole(
            @NotBlank @Size(max = 30) String name,
            @NotNull DataScope scope,
            @NotNull Boolean masked,
            @NotNull @Size(max = 200) Set<@NotBlank String> rights,
            @NotNull Integer version) {}

    record OfferedRight(String key, String group) {

        static OfferedRight of(Right right) {
            return new OfferedRight(right.key(), right.group());
        }
    }
}
