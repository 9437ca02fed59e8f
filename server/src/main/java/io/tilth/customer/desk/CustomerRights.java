package io.tilth.customer.desk;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class CustomerRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inCompany("customer:read"),
                Right.inCompany("customer:write"),
                Right.inCompany("customer-setting:write"));
    }
}
