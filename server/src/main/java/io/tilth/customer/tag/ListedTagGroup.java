package io.tilth.customer.tag;

import io.tilth.customer.TagId;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.UUID;

/** A group of corp tags, 标签组. */
record ListedTagGroup(UUID id, CompanyId companyId, String name, List<OfGroup> tags) {

    /** @param customers who carry it now */
    record OfGroup(TagId id, String name, int customers) {}
}
