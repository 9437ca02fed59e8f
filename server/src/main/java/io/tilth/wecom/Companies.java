package io.tilth.wecom;

import java.util.List;
import java.util.Optional;

/** The WeCom companies of the current tenant. */
public interface Companies {

    /** The company, connected or no longer. */
    Optional<Company> find(CompanyId id);

    /** Those that are connected now. */
    List<Company> connected();
}
