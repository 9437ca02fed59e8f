package io.tilth.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks WeCom about customers and writes what members would. Calls out: never within a transaction. */
public interface WecomCustomers {

    /** The external user ids of a member's customers; none is an empty list. */
    List<String> of(CompanyId company, String userId);

    /** The customer with every follow that the app sees; empty when nobody follows them any more. */
    Optional<Profile> find(CompanyId company, String externalUserId);

    /**
     * A page of the customers of up to 100 members.
     *
     * @param cursor where the page before ended; empty for the first
     */
    Batch ofMembers(CompanyId company, List<String> userIds, Optional<String> cursor);

    /** Changes what the member noted about the customer; an empty part stays as it is. */
    void remark(CompanyId company, String userId, String externalUserId, Remark remark);

    /** Puts corp tags on a follow and takes others off. */
    void tag(CompanyId company, String userId, String externalUserId, List<String> add, List<String> remove);

    record Profile(Contact contact, List<Follow> follows) {}

    /** @param next empty at the end */
    record Batch(List<Entry> entries, Optional<String> next) {}

    /** One follow with its customer. */
    record Entry(Contact contact, Follow follow) {}

    /**
     * @param type 1 for a WeChat user, 2 for a WeCom user
     * @param gender 0 unknown, 1 male, 2 female
     * @param unionId only where the company has bound a WeChat developer id
     */
    record Contact(
            String externalUserId,
            String name,
            Optional<String> avatar,
            int type,
            int gender,
            Optional<String> unionId,
            Optional<String> corpName,
            Optional<String> position) {}

    /**
     * @param tags ids of corp tags; personal tags have none and are left out
     * @param addWay WeCom's number, also one not known yet
     * @param state of the code or link through which the customer came
     */
    record Follow(
            String userId,
            String remark,
            String description,
            Instant createdAt,
            List<String> tags,
            List<String> mobiles,
            Optional<String> remarkCorpName,
            int addWay,
            Optional<String> state,
            Optional<String> operUserId) {}

    record Remark(
            Optional<String> remark,
            Optional<String> description,
            Optional<String> corpName,
            Optional<List<String>> mobiles) {}
}
