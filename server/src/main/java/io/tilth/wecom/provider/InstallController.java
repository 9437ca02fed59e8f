package io.tilth.wecom.provider;

import io.tilth.kernel.CallsOut;
import io.tilth.kernel.Needs;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads an administrator to WeCom, to let the provider's app into the company, and back. */
@RestController
class InstallController {

    private final InstallService installs;
    private final SuiteCalls calls;
    private final WecomSettings settings;
    private final TilthSettings house;

    InstallController(InstallService installs, SuiteCalls calls, WecomSettings settings, TilthSettings house) {
        this.installs = installs;
        this.calls = calls;
        this.settings = settings;
        this.house = house;
    }

    @Needs("wecom:write")
    @CallsOut
    @PostMapping("/api/v1/wecom/installs")
    InstallLink begin() {
        var state = installs.begin();
        var code =
                calls.suite("get_pre_auth_code", Map.of()).path("pre_auth_code").asString("");
        return new InstallLink(UriComponentsBuilder.fromUri(settings.installUrl())
                .path("/3rdapp/install")
                .queryParam("suite_id", settings.suite().id())
                .queryParam("pre_auth_code", code)
                .queryParam("redirect_uri", "{back}")
                .queryParam("state", state)
                .encode()
                .build(house.publicUrl().resolve("/wecom/suite/installed")));
    }

    /** WeCom tells of the installation twice, here and by an event; whichever comes first is done. */
    @Needs.Anyone
    @GetMapping("/wecom/suite/installed")
    ResponseEntity<Void> back(
            @RequestParam(name = "auth_code", required = false) Optional<String> code,
            @RequestParam(name = "state", required = false) Optional<String> state) {
        var known = state.flatMap(installs::tenant);
        if (known.isPresent() && code.filter(text -> text.length() <= 512).isPresent()) {
            installs.order("create_auth", "", state.orElse(""), code);
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/console/settings/wecom")
                .build();
    }

    record InstallLink(URI url) {}
}
