package io.tilth.customer;

import io.tilth.wecom.CompanyId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The corp tags of a company. */
public interface CustomerTags {

    /** The tags behind WeCom's ids; one that is not known yet is made with nothing but its id, and WeCom is asked. */
    Map<String, TagId> ofWecom(CompanyId company, Collection<String> wecomIds);

    /** Whether all of these are tags of the company. */
    boolean known(CompanyId company, Collection<TagId> tags);

    /** Whose tag it is; empty when there is none. */
    Optional<CompanyId> company(TagId tag);

    /** Those of the follows that carry the tag. */
    Set<FollowId> carrying(TagId tag, Collection<FollowId> follows);

    /** Asks WeCom for all tags anew, if anybody wants that. Never within a transaction. */
    boolean refresh(CompanyId company);
}
