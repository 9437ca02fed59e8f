package io.tilth.acquisition;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes behind pages of ours: whom they lead to is decided here and now, not by WeCom. */
public interface CodeRoutes {

    /** WeCom's refusals of a list that may be for one member of it. */
    Set<Integer> OF_A_MEMBER = Set.of(40003, 40098, 41054, 50002, 60011, 60021, 60111, 84074);

    /** The code whose page this is. */
    Optional<Route> ofPage(String page);

    Optional<Route> find(ChannelCodeId code);

    /** Nobody else decides for this code until the current transaction ends. */
    void hold(ChannelCodeId code);

    /** Whoever the code may ever lead to and WeCom takes for now. */
    Set<MemberId> everybody(ChannelCodeId code);

    /**
     * Whom the code leads to now; empty when all who could have enough.
     *
     * @param seats how many are on their way to each
     * @param ready who can be shown
     * @param preferred wins wherever there is room
     */
    Optional<Choice> choose(
            ChannelCodeId code, Map<MemberId, Integer> seats, Set<MemberId> ready, Optional<MemberId> preferred);

    /** WeCom does not take the member for now. */
    void putAside(MemberId member, int reason);

    /**
     * @param page what stands in the address
     * @param content what the picture says
     * @param live whether it is neither retired nor over
     * @param returning whether who knows one of the members comes back to the same one
     */
    record Route(
            ChannelCodeId id,
            CompanyId company,
            CodeForm form,
            String name,
            String state,
            String page,
            Optional<String> content,
            boolean live,
            boolean returning,
            boolean skipVerify) {}

    /** @param spare stands in, whatever the cap says */
    record Choice(MemberId member, boolean spare) {}
}
