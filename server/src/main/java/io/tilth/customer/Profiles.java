package io.tilth.customer;

import io.tilth.wecom.CompanyId;

/** Asks WeCom in the background for what is wanted anew. */
public interface Profiles {

    /** Begins soon after the current transaction has committed. */
    void wake(CompanyId company);
}
