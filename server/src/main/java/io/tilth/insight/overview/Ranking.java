package io.tilth.insight.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who does best, 员工排行 or by shop, the best first. */
record Ranking(Instant at, boolean comparable, List<RankedRow> rows) {

    /** @param id of the member or the shop */
    record RankedRow(UUID id, String name, Compared change) {}

    /** By what. */
    enum By {
        NEWCOMERS,
        /** Newcomers less the lost. */
        NET,
        SHARED,
        OPENINGS,
        ANSWERED
    }

    enum Of {
        MEMBERS,
        SHOPS
    }
}
