package io.tilth.directory.notice;

import io.tilth.directory.notice.NoticeSettingService.OwnNoticeSetting;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is told as a member, and how they want to be told. */
@RestController
class NoticeController {

    private final NoticeService notices;
    private final NoticeSettingService settings;

    NoticeController(NoticeService notices, NoticeSettingService settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Needs
    @GetMapping("/api/v1/notices")
    Page<ListedNotice> list(@ParameterObject Paging paging, Locale reader) {
        return notices.list(Caller.current(), paging, reader);
    }

    @Needs
    @GetMapping("/api/v1/notices/unseen")
    Unseen unseen() {
        return new Unseen(notices.unseen(Caller.current()));
    }

    @Needs
    @PostMapping("/api/v1/notices/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen() {
        notices.seen(Caller.current());
    }

    @Needs
    @GetMapping("/api/v1/me/notice-settings")
    OwnNoticeSetting setting() {
        return settings.of(Caller.current());
    }

    @Needs
    @PutMapping("/api/v1/me/notice-settings")
    OwnNoticeSetting change(@Valid @RequestBody ChangedNoticeSetting request) {
        return settings.change(
                Caller.current(),
                new OwnNoticeSetting(
                        request.kinds(),
                        request.quietFrom(),
                        request.quietTo(),
                        request.ownHours(),
                        request.phoneLeftPasses(),
                        request.version()));
    }

    /** @param count 100 means that many or more */
    record Unseen(int count) {}

    record ChangedNoticeSetting(
            @NotNull @Size(max = 100) Map<@Size(max = 60) String, @NotNull Boolean> kinds,
            @NotNull LocalTime quietFrom,
            @NotNull LocalTime quietTo,
            @NotNull Boolean ownHours,
            @NotNull Boolean phoneLeftPasses,
            @NotNull Integer version) {}
}
