package io.tilth.acquisition;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Channel codes by the hundred: made, changed and retired together, in as many statements as for one. */
public interface PlannedCodes {

    /**
     * Whether what the code names exists, and fits together.
     *
     * @throws io.tilth.kernel.Refusal when it does not
     */
    void check(CompanyId company, CodeSpec spec);

    /** Those of them that exist. */
    Map<ChannelCodeId, Planned> find(Collection<ChannelCodeId> codes);

    /** WeCom is not told yet. */
    void make(CompanyId company, Map<ChannelCodeId, CodeSpec> specs);

    /** WeCom is not told yet. */
    void change(Map<ChannelCodeId, CodeSpec> specs);

    /** What was printed goes on leading to somebody; WeCom is not told yet. */
    void retire(Collection<ChannelCodeId> codes);

    /** Takes retired codes up again; WeCom is not told yet. */
    void revive(Collection<ChannelCodeId> codes);

    /**
     * @param content what the picture says; empty while WeCom has not made it
     * @param trouble why WeCom does not have it as it should
     */
    record Planned(
            ChannelCodeId id,
            CompanyId company,
            CodeSpec spec,
            CodeStanding standing,
            Optional<String> content,
            Optional<String> trouble) {}

    /** Tells WeCom of one code. Calls out: never within a transaction. */
    interface Telling {

        /** Empty when WeCom knows all now. */
        Optional<Unsaid> tell(ChannelCodeId code);
    }

    /**
     * Why WeCom could not be told.
     *
     * @param trouble WeCom's errcode, or a word of ours
     * @param after how long to wait before asking again is worth anything; zero when nobody knows
     */
    record Unsaid(String trouble, WecomRefusal.Kind kind, Duration after) {}
}
