package io.tilth.customer;

import java.util.UUID;

/** Where customers came from, 来源: the channel of the code or link that first brought them. */
public interface Origins {

    /** Credits the channel, unless the customer came by another before. */
    void credit(CustomerId customer, Origin origin);

    /** The channel is called otherwise now; nothing happens when it never brought anybody. */
    void rename(Origin origin);

    /** @param id of the channel */
    record Origin(UUID id, String name) {}
}
