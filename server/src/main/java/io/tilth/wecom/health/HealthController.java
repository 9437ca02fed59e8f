package io.tilth.wecom.health;

import io.tilth.kernel.Needs;
import io.tilth.wecom.CompanyId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a company's connection fares, 接入体检. */
@RestController
class HealthController {

    private final HealthService health;
    private final HealthSentences sentences;

    HealthController(HealthService health, HealthSentences sentences) {
        this.health = health;
        this.sentences = sentences;
    }

    @Needs("wecom:read")
    @GetMapping("/api/v1/wecom/companies/{id}/health")
    WecomHealth get(@PathVariable CompanyId id) {
        return sentences.tell(health.of(id));
    }
}
