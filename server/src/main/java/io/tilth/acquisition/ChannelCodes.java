package io.tilth.acquisition;

import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import io.tilth.messaging.Welcomes.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The channel codes 渠道活码 of the current tenant. */
public interface ChannelCodes {

    /** Whether there is one that is not retired. */
    boolean any();

    /** The code whose state came back with a scan. */
    Optional<Code> ofState(String state, Instant at);

    boolean exists(ChannelCodeId code);

    /** Somebody came; who comes next may be led to others. */
    void came(Code code);

    /**
     * @param live whether it was neither retired nor over when it was scanned
     * @param words to greet with at that moment; empty where the code is not to greet
     */
    record Code(
            ChannelCodeId id,
            CodeForm form,
            String name,
            Channels.Channel channel,
            boolean live,
            Optional<Integer> dailyCap,
            Set<MemberId> spares,
            Set<TagId> tags,
            Optional<String> remark,
            Optional<StageId> stage,
            Optional<Words> words) {}
}
