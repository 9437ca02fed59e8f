package io.tilth.directory.member;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class DirectoryRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inCompany("member:read"),
                Right.inCompany("member:write"),
                Right.inCompany("shop:read"),
                Right.inCompany("shop:write"));
    }
}
