package io.tilth.content.material;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ContentRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inCompany("material:read"),
                Right.inCompany("material:write"),
                Right.inCompany("material:review"),
                Right.inHouse("material:take-down"));
    }
}
