package io.tilth.insight.overview;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class InsightRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("overview:read"));
    }
}
