package io.tilth.customer;

import java.util.Collection;
import java.util.Optional;

/** What is to stand on a friendship in WeCom as well as here. */
public interface FollowWishes {

    /**
     * Begins once the current transaction has committed, and goes on until WeCom agrees.
     *
     * @param tags put on in addition to those that are there
     * @param remark at most 20 characters; {@code {客户}} becomes the customer's name; empty leaves it as it is
     */
    void wish(FollowId follow, Collection<TagId> tags, Optional<String> remark);
}
