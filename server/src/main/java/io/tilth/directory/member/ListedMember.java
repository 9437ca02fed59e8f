package io.tilth.directory.member;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as a list shows them.
 *
 * @param name what people call them
 * @param displayName what people here entered, where WeCom's name may not be read or is not wanted
 * @param phone the number they give to customers
 * @param customers whom they look after now
 * @param account whether they have one to sign in with
 */
record ListedMember(
        MemberId id,
        CompanyId companyId,
        String name,
        String userId,
        @Nullable String displayName,
        @Nullable String phone,
        String position,
        List<InDepartment> departments,
        MemberStatus status,
        int customers,
        boolean account,
        boolean frozen,
        @Nullable Instant leftAt,
        int version) {

    record InDepartment(DepartmentId id, String name, boolean leads) {}

    ListedMember with(List<InDepartment> in) {
        return new ListedMember(
                id,
                companyId,
                name,
                userId,
                displayName,
                phone,
                position,
                in,
                status,
                customers,
                account,
                frozen,
                leftAt,
                version);
    }

    ListedMember with(int count, boolean hasAccount, boolean isFrozen) {
        return new ListedMember(
                id,
                companyId,
                name,
                userId,
                displayName,
                phone,
                position,
                departments,
                status,
                count,
                hasAccount,
                isFrozen,
                leftAt,
                version);
    }
}
