package io.tilth.tracking.reach;

import io.tilth.kernel.Needs;
import io.tilth.tracking.ReachPages.Identification;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reach-settings")
class ReachSettingController {

    private final ReachSettingService settings;

    ReachSettingController(ReachSettingService settings) {
        this.settings = settings;
    }

    @Needs("reach-setting:read")
    @GetMapping
    ReachSettings get() {
        return shown(settings.get());
    }

    @Needs("reach-setting:write")
    @PutMapping
    ReachSettings change(@Valid @RequestBody ChangedReachSettings request) {
        return shown(settings.change(request.setting()));
    }

    private ReachSettings shown(ReachSetting setting) {
        return new ReachSettings(
                setting.domain(),
                settings.standard().toString(),
                setting.brand(),
                setting.recordNumber(),
                setting.foot(),
                setting.phone(),
                setting.identification(),
                setting.contactForm(),
                setting.version());
    }

    /** @param standardAddress where the pages are while there is no domain */
    record ReachSettings(
            @Nullable String domain,
            String standardAddress,
            String brand,
            String recordNumber,
            String foot,
            String phone,
            Identification identification,
            boolean contactForm,
            int version) {}

    record ChangedReachSettings(
            @Nullable @Size(max = 253) String domain,
            @NotNull @Size(max = 30) String brand,
            @NotNull @Size(max = 40) String recordNumber,
            @NotNull @Size(max = 60) String foot,
            @NotNull @Size(max = 20) String phone,
            @NotNull Identification identification,
            @NotNull Boolean contactForm,
            @NotNull Integer version) {

        ReachSetting setting() {
            return new ReachSetting(domain, brand, recordNumber, foot, phone, identification, contactForm, version);
        }
    }
}
