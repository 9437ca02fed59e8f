package io.tilth.customer.timeline;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs("customer:read")
class TimelineController {

    private final TimelineService timeline;

    TimelineController(TimelineService timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/customers/{id}/timeline")
    Page<ListedInteraction> newest(@PathVariable CustomerId id, @ParameterObject Paging paging) {
        return timeline.newest(id, paging);
    }
}
