package io.tilth.acquisition;

import io.tilth.wecom.CompanyId;

/** What WeCom says of 获客链接 by itself. */
public interface LinkTroubles {

    /** WeCom has closed the link, or somebody deleted it there; whoever opens it is led nowhere. */
    void closed(CompanyId company, String linkId);
}
