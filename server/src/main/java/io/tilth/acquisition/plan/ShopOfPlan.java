package io.tilth.acquisition.plan;

import io.tilth.acquisition.Arrivals.Sum;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeStanding;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.directory.Shops.Branch;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a plan stands at one shop.
 *
 * @param shop empty where it is closed
 * @param state of the code; empty where there is none
 * @param why WeCom does not have it as it should, in words
 * @param next what applying the plan would do now
 * @param own what was edited by hand
 */
record ShopOfPlan(
        String shop,
        String shopCode,
        String city,
        @Nullable ChannelCodeId codeId,
        String name,
        @Nullable CodeStanding state,
        @Nullable String why,
        boolean drawn,
        Fate next,
        Set<Part> own,
        int today,
        int added,
        int fresh,
        @Nullable Instant lastAt) {

    static ShopOfPlan of(Line line, Optional<Planned> code, Sum sum, Function<String, String> words) {
        return new ShopOfPlan(
                line.shop().map(Branch::name).orElse(""),
                line.shop().map(Branch::code).orElse(""),
                line.shop().map(Branch::city).orElse(""),
                code.map(Planned::id).orElse(null),
                code.map(one -> one.spec().name()).orElse(""),
                code.map(Planned::standing).orElse(null),
                code.flatMap(Planned::trouble).map(words).orElse(null),
                code.flatMap(Planned::content).isPresent(),
                line.fate(),
                line.own(),
                sum.today(),
                sum.added(),
                sum.fresh(),
                sum.last().orElse(null));
    }

    boolean is(Show show) {
        return switch (show) {
            case TROUBLED -> state == CodeStanding.TROUBLED;
            case BLOCKED -> next.blocked();
            case EDITED -> !own.isEmpty() || next == Fate.STOPPED;
            case IDLE -> state == CodeStanding.LIVE && added == 0;
        };
    }

    /** Which of them. */
    enum Show {
        TROUBLED,
        BLOCKED,
        EDITED,
        /** Nobody has come by it yet. */
        IDLE
    }
}
