package io.tilth.insight.overview;

import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs("overview:read")
class GrowthOverviewController {

    private final GrowthOverviewService overviews;

    GrowthOverviewController(GrowthOverviewService overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/api/v1/overview")
    GrowthOverview growth(@RequestParam Period period) {
        return overviews.of(period);
    }

    @GetMapping("/api/v1/overview/rows")
    Page<ListedFigure> figureRows(
            @RequestParam Figure figure,
            @RequestParam Period period,
            @RequestParam Optional<ShopId> shop,
            @RequestParam Optional<MemberId> member,
            @ParameterObject Paging paging) {
        return overviews.rows(figure, period, shop, member, paging);
    }
}
