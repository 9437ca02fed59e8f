package io.tilth.acquisition;

import java.time.Instant;
import java.util.Optional;

/** Ways to single members, made beforehand for the codes whose page chooses among them. */
public interface GuideWays {

    /** Whether a way is missing or says something old. */
    boolean due(ChannelCodeId code);

    /** Whether there is anybody to show. */
    boolean any(ChannelCodeId code);

    /**
     * Makes and mends some of them. Calls out: never within a transaction.
     *
     * @param since when an earlier try was left without an answer
     * @throws io.tilth.wecom.WecomRefusal when WeCom takes nobody
     */
    void make(ChannelCodeId code, Optional<Instant> since);
}
