package io.tilth.wecom.connect;

import static org.springframework.http.HttpStatus.CREATED;

import io.tilth.kernel.Needs;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.connect.ConnectService.Change;
import io.tilth.wecom.connect.ConnectedCompany.Draft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The WeCom companies of a tenant, and how they come in. */
@RestController
@RequestMapping("/api/v1/wecom")
class ConnectController {

    private final Connecting connecting;
    private final ConnectService companies;
    private final WecomCompanyService views;

    ConnectController(Connecting connecting, ConnectService companies, WecomCompanyService views) {
        this.connecting = connecting;
        this.companies = companies;
        this.views = views;
    }

    @Needs("wecom:read")
    @GetMapping("/setting")
    Connecting.WecomSetting setting() {
        return connecting.setting();
    }

    @Needs("wecom:read")
    @GetMapping("/companies")
    List<WecomCompany> list() {
        return views.all();
    }

    @Needs("wecom:read")
    @GetMapping("/companies/{id}")
    WecomCompany get(@PathVariable CompanyId id) {
        return views.get(id);
    }

    @Needs("wecom:write")
    @PostMapping("/companies")
    @ResponseStatus(CREATED)
    WecomCompany begin(@Valid @RequestBody NewWecomCompany request) {
        connecting.checkOffered(request.kind());
        return views.get(companies.begin(request.draft()).id());
    }

    @Needs("wecom:write")
    @PutMapping("/companies/{id}")
    WecomCompany change(@PathVariable CompanyId id, @Valid @RequestBody ChangedWecomCompany request) {
        companies.change(id, request.change());
        return views.get(id);
    }

    @Needs("wecom:write")
    @PostMapping("/companies/{id}/callback-credentials")
    CallbackCredentials issueCallback(@PathVariable CompanyId id) {
        return CallbackCredentials.of(companies.issueCallback(id));
    }

    @Needs("wecom:write")
    @PostMapping("/companies/{id}/connect")
    WecomCompany connect(@PathVariable CompanyId id) {
        companies.connect(id);
        return views.get(id);
    }

    @Needs("wecom:write")
    @PostMapping("/companies/{id}/close")
    WecomCompany close(@PathVariable CompanyId id) {
        companies.close(id);
        return views.get(id);
    }

    @Needs("wecom:read")
    @GetMapping("/companies/{id}/links")
    Connecting.WecomLinks links(@PathVariable CompanyId id) {
        return connecting.links(id);
    }

    record NewWecomCompany(
            @NotNull Company.Kind kind,

            @NotBlank @Size(max = ConnectedCompany.LONGEST_NAME)
            String name,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
            String corpId,

            @Positive int agentId,
            @NotBlank @Size(max = 512) String secret,
            @Nullable @Size(max = 253) String domain) {

        Draft draft() {
            return new Draft(kind, name, corpId, agentId, secret.strip(), ConnectedCompany.host(domain));
        }
    }

    record ChangedWecomCompany(
            @NotBlank @Size(max = ConnectedCompany.LONGEST_NAME)
            String name,

            @Positive int agentId,
            @Nullable @Size(max = 512) String secret,
            @Nullable @Size(max = 253) String domain,
            @Positive int version) {

        Change change() {
            var changed = Optional.ofNullable(secret).map(String::strip).filter(text -> !text.isEmpty());
            return new Change(name, agentId, changed, ConnectedCompany.host(domain), version);
        }
    }

    record CallbackCredentials(URI url, String token, String aesKey) {

        static CallbackCredentials of(CallbackAddresses.Issued issued) {
            return new CallbackCredentials(issued.url(), issued.token(), issued.aesKey());
        }
    }
}
