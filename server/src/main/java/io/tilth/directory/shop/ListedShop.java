package io.tilth.directory.shop;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import org.jspecify.annotations.Nullable;

/** @param members who work in its department now */
record ListedShop(
        ShopId id,
        String code,
        String name,
        String city,
        String address,
        @Nullable OfDepartment department,
        @Nullable LedBy manager,
        int members,
        int version) {

    record OfDepartment(DepartmentId id, String name) {}

    record LedBy(MemberId id, String name) {}
}
