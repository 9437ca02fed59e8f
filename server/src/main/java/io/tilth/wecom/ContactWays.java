package io.tilth.wecom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes that lead to members, 「联系我」. Calls out: never within a transaction. */
public interface ContactWays {

    /** Makes one. Called twice it makes two: WeCom knows no other key than the one it gives. */
    Made create(CompanyId company, Way way);

    /**
     * Looks for one that was asked for when the answer was lost.
     *
     * @param since when it was asked for, at the earliest
     * @param known WeCom's ids of others, which need not be looked at
     */
    Optional<Made> find(CompanyId company, String state, Instant since, Set<String> known);

    /** Everything as told; whoever was on the list before and is not named is off it. */
    void update(CompanyId company, String configId, Way way);

    /**
     * @param state comes back with whoever scans; at most 30 characters
     * @param users up to 100; WeCom picks one of them at each scan
     * @param exclusive whether a customer always comes to the member who has added them before
     */
    record Way(String remark, String state, List<String> users, boolean skipVerify, boolean exclusive) {}

    /** @param picture where WeCom shows the code */
    record Made(String configId, URI picture) {}
}
