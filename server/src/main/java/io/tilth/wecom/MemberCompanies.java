package io.tilth.wecom;

import java.util.Set;

/** In which WeCom companies somebody is a member. Implemented by the module above that knows members. */
public interface MemberCompanies {

    /** Those of the caller; empty for who is no member. */
    Set<CompanyId> ofCaller();
}
