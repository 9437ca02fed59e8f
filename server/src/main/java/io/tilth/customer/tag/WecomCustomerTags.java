package io.tilth.customer.tag;

import io.tilth.customer.CustomerTags;
import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTags;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The corp tags for other rooms; asks WeCom outside any transaction. */
@Component
class WecomCustomerTags implements CustomerTags {

    private static final Logger log = LoggerFactory.getLogger(WecomCustomerTags.class);

    private final TagService tags;
    private final WecomTags wecom;

    WecomCustomerTags(TagService tags, WecomTags wecom) {
        this.tags = tags;
        this.wecom = wecom;
    }

    @Override
    public Map<String, TagId> ofWecom(CompanyId company, Collection<String> wecomIds) {
        return tags.ofWecom(company, wecomIds);
    }

    @Override
    public boolean known(CompanyId company, Collection<TagId> wanted) {
        return tags.known(company, wanted);
    }

    @Override
    public Optional<CompanyId> company(TagId tag) {
        return tags.company(tag);
    }

    @Override
    public Set<FollowId> carrying(TagId tag, Collection<FollowId> follows) {
        return tags.carrying(tag, follows);
    }

    @Override
    public boolean refresh(CompanyId company) {
        var wanted = tags.wanted(company);
        if (wanted.isEmpty()) {
            return false;
        }
        try {
            tags.settle(company, wecom.all(company), wanted);
            return true;
        } catch (WecomRefusal refusal) {
            log.warn("The tags of a company could not be asked for: {}", refusal.getMessage());
            return false; // they stay wanted; the sweep tries again
        }
    }
}
