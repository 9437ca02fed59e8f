package io.tilth.customer;

import java.util.Collection;
import java.util.Map;

/** What the items of signals are called. Implemented by the module above that knows them. */
public interface ScoreItems {

    /** Those that exist, by the item as the signal names it. */
    Map<String, String> names(Collection<String> items);
}
