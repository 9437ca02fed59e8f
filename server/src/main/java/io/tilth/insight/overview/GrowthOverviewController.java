package io.tilth.insight.overview;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/overview")
@Needs("overview:read")
class GrowthOverviewController {

    private final GrowthOverviewService growth;
    private final FunnelService funnels;
    private final RankingService rankings;
    private final FigureListService lists;

    GrowthOverviewController(
            GrowthOverviewService growth, FunnelService funnels, RankingService rankings, FigureListService lists) {
        this.growth = growth;
        this.funnels = funnels;
        this.rankings = rankings;
        this.lists = lists;
    }

    @GetMapping
    GrowthOverview growth(@RequestParam Period period) {
        return growth.of(period);
    }

    @GetMapping("/funnel")
    FunnelOverview funnel(@RequestParam Period period) {
        return funnels.of(period);
    }

    /** The first twenty. */
    @GetMapping("/ranking")
    Ranking ranking(@RequestParam Period period, @RequestParam Ranking.By by, @RequestParam Ranking.Of of) {
        return rankings.of(period, by, of);
    }

    @GetMapping("/rows")
    Page<ListedFigure> figureRows(@Valid @ParameterObject WantedFigure wanted, @ParameterObject Paging paging) {
        return lists.rows(wanted, paging);
    }
}
