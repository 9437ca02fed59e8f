package io.tilth.wecom.connect;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class WecomRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(
                Right.inCompany("wecom:read"), Right.inCompany("wecom:write"), Right.inHouse("wecom-health:read"));
    }
}
