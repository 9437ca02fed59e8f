package io.tilth.wecom.inbox;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/wecom/callbacks")
class CallbackController {

    private final CallbackService callbacks;

    CallbackController(CallbackService callbacks) {
        this.callbacks = callbacks;
    }

    @Needs("wecom:read")
    @GetMapping
    Page<ListedCallback> newest(@Valid @ParameterObject CallbackFilter filter, @ParameterObject Paging paging) {
        return callbacks.newest(filter, paging);
    }

    @Needs("wecom:read")
    @GetMapping("/{id}")
    CallbackDetail get(@PathVariable UUID id) {
        return callbacks.get(id);
    }

    @Needs("wecom:write")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id) {
        callbacks.retry(id);
    }

    @Needs("wecom:write")
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable UUID id) {
        callbacks.replay(id);
    }

    @Needs("wecom:write")
    @PostMapping("/retry")
    RetriedCallbacks retryAll(@Valid @RequestBody WhichCallbacks request) {
        return new RetriedCallbacks(callbacks.retryAll(request.event() == null ? "" : request.event()));
    }

    /** @param event WeCom's word; all events when it is left out */
    record WhichCallbacks(@Nullable @Size(max = 100) String event) {}

    record RetriedCallbacks(int retried) {}
}
