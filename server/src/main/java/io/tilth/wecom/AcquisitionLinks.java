package io.tilth.wecom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links that lead to members, 获客链接; each friend takes one of the company's quota. Calls out: never within a transaction. */
public interface AcquisitionLinks {

    /** Makes one. Called twice it makes two: WeCom knows no other key than the one it gives. */
    Made create(CompanyId company, Link link);

    /**
     * Looks for one that was asked for when the answer was lost.
     *
     * @param known WeCom's ids of others, which need not be looked at
     */
    Optional<Made> find(CompanyId company, String name, Set<String> known);

    /** Everything as told; whoever was in the range before and is not named is out of it. */
    void update(CompanyId company, String id, Link link);

    Quota quota(CompanyId company);

    /** @param users WeCom picks one of them when the link is opened */
    record Link(String name, List<String> users, boolean skipVerify) {}

    /** @param url takes {@code customer_channel}, 64 bytes of which come back with whoever is added */
    record Made(String id, URI url) {}

    /**
     * @param used ever since
     * @param left how many more friends may be won
     */
    record Quota(int used, int left, List<Lot> lots) {}

    /** Bought together, ending together. */
    record Lot(Instant end, int left) {}
}
