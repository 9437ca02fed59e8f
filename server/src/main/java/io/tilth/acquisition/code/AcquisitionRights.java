package io.tilth.acquisition.code;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AcquisitionRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("channel-code:read"), Right.inCompany("channel-code:write"));
    }
}
