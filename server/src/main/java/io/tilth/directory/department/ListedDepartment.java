package io.tilth.directory.department;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.ShopId;
import io.tilth.wecom.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * @param parentId null at the top of what the app sees
 * @param members who work in it now, those of departments below not counted
 */
record ListedDepartment(
        DepartmentId id,
        CompanyId companyId,
        String name,
        @Nullable DepartmentId parentId,
        int members,
        @Nullable OfShop shop) {

    record OfShop(ShopId id, String name) {}
}
