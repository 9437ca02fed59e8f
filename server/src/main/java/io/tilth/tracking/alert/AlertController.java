package io.tilth.tracking.alert;

import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.tracking.AlertId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {

    private final AlertDeskService alerts;

    AlertController(AlertDeskService alerts) {
        this.alerts = alerts;
    }

    @Needs("alert:read")
    @GetMapping
    Page<ListedAlert> search(
            @Valid @ParameterObject AlertFilter filter, @ParameterObject Paging paging, Locale reader) {
        boolean waiting = filter.state() != AlertFilter.Shown.ALL;
        return alerts.search(waiting, Boolean.TRUE.equals(filter.mine()), paging, reader);
    }

    @Needs("alert:read")
    @GetMapping("/{id}")
    ListedAlert get(@PathVariable AlertId id, Locale reader) {
        return alerts.get(id, reader);
    }

    @Needs("alert:write")
    @PostMapping("/{id}/contacted")
    ListedAlert contacted(@PathVariable AlertId id, @Valid @RequestBody AnsweredAlert request, Locale reader) {
        return alerts.contacted(id, request.how(), reader);
    }

    @Needs("alert:assign")
    @PostMapping("/{id}/reassign")
    ListedAlert reassign(@PathVariable AlertId id, @Valid @RequestBody ReassignedAlert request, Locale reader) {
        return alerts.reassign(id, request.memberId(), reader);
    }

    /**
     * @param state OPEN for what waits for an answer, which is shown unless told
     * @param mine only what reached the caller
     */
    record AlertFilter(@Nullable Shown state, @Nullable Boolean mine) {

        enum Shown {
            OPEN,
            ALL
        }
    }

    record AnsweredAlert(@NotNull Answer how) {}

    record ReassignedAlert(@NotNull MemberId memberId) {}
}
