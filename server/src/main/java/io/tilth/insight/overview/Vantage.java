package io.tilth.insight.overview;

import java.time.Instant;
import java.time.ZoneId;

/**
 * From where somebody looks at figures: when, by which clock, at what, and whose.
 *
 * @param comparable whether all of the period before was counted; false while that reaches back before the company was
 *     connected
 */
record Vantage(Instant at, ZoneId zone, Spans spans, Sight sight, boolean comparable) {}
