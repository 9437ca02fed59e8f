package io.tilth.customer;

import java.util.Collection;

/** What customers are found by: names, remarks, numbers. */
public interface SearchTexts {

    /** Takes note, within the current transaction, that these are called otherwise now. */
    void refresh(Collection<CustomerId> customers);
}
