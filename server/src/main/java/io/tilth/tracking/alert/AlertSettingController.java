package io.tilth.tracking.alert;

import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alert-settings")
class AlertSettingController {

    private final AlertSettingService settings;

    AlertSettingController(AlertSettingService settings) {
        this.settings = settings;
    }

    @Needs("alert-setting:read")
    @GetMapping
    CompanyAlertSetting get() {
        return settings.get();
    }

    @Needs("alert-setting:write")
    @PutMapping
    CompanyAlertSetting change(@Valid @RequestBody CompanyAlertSetting request) {
        return settings.change(request.setting(), request.quiet(), request.version());
    }
}
