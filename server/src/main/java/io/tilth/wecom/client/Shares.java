package io.tilth.wecom.client;

import io.tilth.kernel.TenantId;
import io.tilth.wecom.WecomSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** How many calls each tenant may have under way, so that a slow one keeps nobody else waiting. */
@Component
class Shares {

    private final int each;
    private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();

    Shares(WecomSettings settings) {
        this.each = settings.calls().atOnce();
    }

    Semaphore of(TenantId tenant) {
        return shares.computeIfAbsent(tenant, key -> new Semaphore(each, true));
    }
}
