package io.tilth.insight.overview;

import io.tilth.insight.overview.Period.Stretch;
import java.time.Instant;

/**
 * What came of the shares of a period, 分享 → 打开 → 读 → 已联系. Each step is a part of the one before; the shares of the
 * period before are counted as far as they had come when that was as old as this one is now.
 */
record FunnelOverview(
        Instant at,
        Stretch period,
        boolean comparable,
        Compared shared,
        Compared opened,
        Compared read,
        Compared contacted) {}
