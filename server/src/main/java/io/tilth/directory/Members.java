package io.tilth.directory;

import io.tilth.wecom.CompanyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of the current tenant, as other modules may see them. */
public interface Members {

    Optional<Member> find(MemberId id);

    /** Those of them that exist. */
    Map<MemberId, Member> findAll(Collection<MemberId> ids);

    /** Finds the member whom WeCom calls {@code userId}. */
    Optional<Member> ofUser(CompanyId company, String userId);

    /**
     * The members behind these user ids. One that is not known yet is made with nothing but its id, so that no news
     * about a customer waits for the directory; the next sync fills in the rest.
     *
     * @return keyed by the user ids as they were given
     */
    Map<String, MemberId> ofUsers(CompanyId company, Collection<String> userIds);

    /** The user ids of those who work here and may have customers, in their order. */
    List<String> withCustomers(CompanyId company);

    /** Those of them who work here and may have customers. */
    Set<MemberId> receiving(Collection<MemberId> ids);

    /**
     * @param name what people call them: the name they gave themselves, WeCom's, or the user id
     * @param here whether they still work here
     */
    record Member(MemberId id, CompanyId company, String userId, String name, boolean here) {}
}
