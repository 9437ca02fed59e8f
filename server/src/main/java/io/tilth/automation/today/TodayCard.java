package io.tilth.automation.today;

import io.tilth.automation.today.TodayCards.Reason;
import io.tilth.customer.Prospects.Prospect;
import java.time.Duration;
import java.util.List;

/** One customer of the list and why they are on it, the weightiest reason first. */
record TodayCard(Prospect prospect, List<Reason> reasons) {

    static final Duration NEWCOMER = Duration.ofDays(3);
    static final Duration QUIET = Duration.ofDays(3);
}
