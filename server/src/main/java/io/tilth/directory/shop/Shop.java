package io.tilth.directory.shop;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.kernel.Refusal;
import java.util.Optional;

/**
 * A shop, 门店: the place behind a department.
 *
 * @param code by which the company's other systems know it
 */
record Shop(
        ShopId id,
        String code,
        String name,
        String city,
        String address,
        Optional<DepartmentId> department,
        Optional<MemberId> manager,
        int version) {

    Shop {
        code = code.strip();
        name = name.strip();
        city = city.strip();
        address = address.strip();
        Refusal.unless(!code.isEmpty(), "shop-without-code");
        Refusal.unless(!name.isEmpty(), "shop-without-name");
    }
}
