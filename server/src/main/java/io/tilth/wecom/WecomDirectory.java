package io.tilth.wecom;

import java.util.List;
import java.util.Optional;

/** Asks WeCom about departments and members. Calls out: never within a transaction. */
public interface WecomDirectory {

    /** Every department that the app sees, parents first. */
    List<Department> departments(CompanyId company);

    /** The members of a department and of all below it; 1 is the root. */
    List<Member> members(CompanyId company, long department);

    /** Empty when WeCom has no such member in the app's scope. */
    Optional<Member> member(CompanyId company, String userId);

    /** The user ids of those who may have customers, within the app's scope. */
    List<String> withCustomers(CompanyId company);

    /** @param name empty where a provider's app may not read it */
    record Department(long id, Optional<String> name, long parent, long order) {}

    /**
     * @param userId in lower case, for WeCom does not distinguish
     * @param name empty where a provider's app may not read it
     */
    record Member(
            String userId,
            Optional<String> openUserId,
            Optional<String> name,
            Optional<String> position,
            Status status,
            List<Membership> departments,
            long mainDepartment) {}

    /** @param leads whether the member leads the department */
    record Membership(long department, boolean leads) {}

    /** WeCom's numbers 1, 2, 4 and 5. */
    enum Status {
        ACTIVE,
        DISABLED,
        NOT_ACTIVATED,
        LEFT
    }
}
