package io.tilth.customer.wish;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What WeCom is to be told of a friendship.
 *
 * @param tags ours and WeCom's ids; one that WeCom has removed meanwhile is left out
 * @param name what the customer is called; empty until WeCom was asked
 */
record Wish(
        UUID id,
        FollowId follow,
        CustomerId customer,
        CompanyId company,
        MemberId member,
        String externalUserId,
        List<Tag> tags,
        Optional<String> remark,
        String name,
        int attempts) {

    private static final int LONGEST = 20;

    record Tag(TagId id, String wecomId) {}

    /** In the end it would change nothing but the log. */
    boolean isHopeless() {
        return attempts > 20;
    }

    boolean needsName() {
        return name.isBlank() && remark.filter(text -> text.contains("{客户}")).isPresent();
    }

    /** WeCom takes no longer ones. */
    Optional<String> remark(String customer) {
        return remark.map(text -> text.replace("{客户}", customer).strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.codePoints()
                        .limit(LONGEST)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
