package io.tilth.customer;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer and a member have become friends, or one of them half.
 *
 * @param state of the code or link through which the customer came
 * @param welcomeCode lets one message greet the customer, once, within 20 seconds of {@code at}
 * @param half the customer added the member, who has not added back yet
 * @param beginning what it means for the company
 */
public record ExternalContactAdded(
        CompanyId company,
        CustomerId customer,
        FollowId follow,
        MemberId member,
        Optional<String> state,
        Optional<String> welcomeCode,
        boolean half,
        Beginning beginning,
        Instant at) {

    /** What an add means for the company. */
    public enum Beginning {
        /** Nobody here knew the customer before: 新增客户. */
        NEW_CUSTOMER,
        /** One more friendship, or one that had ended begins anew. */
        NEW_FRIENDSHIP,
        /** The member has added back: the half one is whole. */
        COMPLETED
    }
}
