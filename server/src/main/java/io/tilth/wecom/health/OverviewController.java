package io.tilth.wecom.health;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Paging;
import io.tilth.wecom.health.OverviewService.WecomOverview;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's look over the connections of all tenants. */
@RestController
class OverviewController {

    private final OverviewService overview;

    OverviewController(OverviewService overview) {
        this.overview = overview;
    }

    @Needs("wecom-health:read")
    @GetMapping("/api/v1/operator/wecom")
    WecomOverview page(@RequestParam(required = false) @Nullable Filter filter, @ParameterObject Paging paging) {
        return overview.page(filter == Filter.TROUBLE, paging);
    }

    /** Connections that somebody should look after. */
    enum Filter {
        TROUBLE
    }
}
