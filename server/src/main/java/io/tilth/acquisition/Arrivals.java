package io.tilth.acquisition;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom codes brought. */
public interface Arrivals {

    /** How many each member got by the code since then. */
    Map<MemberId, Integer> load(ChannelCodeId code, Instant since);

    /**
     * Looks anew who came over the cap: of those who come at the same moment, none knows of the others.
     *
     * @param today when the day began
     * @param lately who came before is not looked at: the cap may have been another
     */
    void recount(ChannelCodeId code, int cap, Instant today, Instant lately);

    Map<ChannelCodeId, Sum> sums(Collection<ChannelCodeId> codes, Instant today);

    /** Whether a code has ever brought anybody. */
    boolean any();

    /** New customers since then whom codes brought, in the order in which they came. */
    List<Newcomer> newcomers(Instant since);

    record Newcomer(ChannelCodeId code, CustomerId customer, MemberId member, Instant at) {}

    /** @param added friendships, of which {@code fresh} with new customers */
    record Sum(int today, int added, int fresh, Optional<Instant> last) {

        public static final Sum NONE = new Sum(0, 0, 0, Optional.empty());
    }
}
