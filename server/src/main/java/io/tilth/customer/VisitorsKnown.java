package io.tilth.customer;

import java.util.Set;

/** These devices turned out to be this customer's; what was counted for them before may have to be put right. */
public record VisitorsKnown(Set<VisitorId> visitors, CustomerId customer) {

    public VisitorsKnown {
        visitors = Set.copyOf(visitors);
    }
}
