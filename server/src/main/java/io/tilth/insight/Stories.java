package io.tilth.insight;

import io.tilth.customer.CustomerId;
import java.util.List;

/** Customers whose story shows what the rest is for. Implemented by the demo; a company of its own has none. */
public interface Stories {

    List<Story> told();

    /** How much of the company's past is there yet, 0 to 100. */
    int percent();

    record Story(Kind kind, CustomerId customer, String name) {}

    enum Kind {
        /** Called within minutes, and won. */
        STAR,
        /** Left waiting, and lost. */
        COUNTER
    }
}
