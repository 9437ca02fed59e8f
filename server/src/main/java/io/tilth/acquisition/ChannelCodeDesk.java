package io.tilth.acquisition;

import io.tilth.content.MaterialId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where channels and codes are made without a person at a screen: for imports and the demo. WeCom is told soon after. */
public interface ChannelCodeDesk {

    /** The channel of that name at the top of the tree, made if it is not there. */
    ChannelId channel(String name, int order);

    /** Makes a code that does not greet yet. */
    ChannelCodeId open(Wanted code);

    /** From now on the code greets; a retired one stays as it is. */
    void greet(ChannelCodeId code, String day, String night, List<MaterialId> materials);

    void retire(ChannelCodeId code);

    /** Those that are there, by the state with which scans come back. */
    Optional<ChannelCodeId> ofState(String state);

    /**
     * @param form where it is behind a page of ours, scans come back with a little more than the state
     * @param state with which scans come back; 8 to 30 characters
     * @param by the account that stands for whoever made it
     */
    record Wanted(
            CompanyId company,
            CodeForm form,
            ChannelId channel,
            String name,
            String state,
            Set<MemberId> members,
            Set<MemberId> spares,
            Optional<Integer> dailyCap,
            UUID by) {}
}
