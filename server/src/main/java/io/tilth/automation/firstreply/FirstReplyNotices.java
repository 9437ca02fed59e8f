package io.tilth.automation.firstreply;

import io.tilth.directory.Notice;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class FirstReplyNotices implements Notice.Catalog {

    @Override
    public Set<String> kinds() {
        return Set.of("friend.waiting");
    }
}
