package io.tilth.acquisition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which codes were made from plans, and for which shops. */
public interface CodesOfPlans {

    /** Those in use, in the order of the shops; empty where there is no such plan. */
    List<ChannelCodeId> of(UUID plan);

    /** What the shops of these codes are called; a code without a shop is left out. */
    Map<ChannelCodeId, String> shops(Collection<ChannelCodeId> codes);
}
