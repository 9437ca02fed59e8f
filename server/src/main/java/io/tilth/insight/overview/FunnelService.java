package io.tilth.insight.overview;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class FunnelService {

    private final FigureRepository figures;
    private final VantageService vantages;

    FunnelService(FigureRepository figures, VantageService vantages) {
        this.figures = figures;
        this.vantages = vantages;
    }

    FunnelOverview of(Period period) {
        var from = vantages.on(period);
        return new FunnelOverview(
                from.at(),
                from.spans().now(),
                from.comparable(),
                count(Figure.SHARED, from),
                count(Figure.OPENED, from),
                count(Figure.READ, from),
                count(Figure.CONTACTED, from));
    }

    private Compared count(Figure figure, Vantage from) {
        return figures.count(figure, from.spans(), from.sight());
    }
}
