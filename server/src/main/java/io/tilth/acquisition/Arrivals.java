package io.tilth.acquisition;

import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Whom codes brought. */
public interface Arrivals {

    /** How many each member got by the code since then. */
    Map<MemberId, Integer> load(ChannelCodeId code, Instant since);

    Map<ChannelCodeId, Sum> sums(Collection<ChannelCodeId> codes, Instant today);

    /** @param added friendships, of which {@code fresh} with new customers */
    record Sum(int today, int added, int fresh, Optional<Instant> last) {

        public static final Sum NONE = new Sum(0, 0, 0, Optional.empty());
    }
}
