package io.tilth.customer.follow;

import io.tilth.wecom.WecomCustomers;
import java.util.List;
import java.util.Optional;

/**
 * What a member notes about a customer, and how they met.
 *
 * @param channel of the code or link through which the customer came; WeCom's state
 */
record Notes(
        String remark,
        String description,
        List<String> mobiles,
        Optional<String> corpName,
        int addWay,
        Optional<String> channel,
        Optional<String> operUserId) {

    static final Notes NONE = new Notes("", "", List.of(), Optional.empty(), 0, Optional.empty(), Optional.empty());

    Notes {
        mobiles = List.copyOf(mobiles);
    }

    static Notes of(WecomCustomers.Follow told) {
        return new Notes(
                told.remark(),
                told.description(),
                told.mobiles(),
                told.remarkCorpName(),
                told.addWay(),
                told.state(),
                told.operUserId());
    }
}
