package io.tilth.messaging.welcome;

import io.tilth.kernel.Right;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class MessagingRights implements Right.Catalog {

    @Override
    public Set<Right> rights() {
        return Set.of(Right.inCompany("welcome:read"));
    }
}
