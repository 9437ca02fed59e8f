package io.tilth.access.support;

import io.tilth.kernel.Needs;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company's side: who wants to come in, and the answer. */
@RestController
@RequestMapping("/api/v1/support-requests")
class SupportController {

    private final SupportService requests;

    SupportController(SupportService requests) {
        this.requests = requests;
    }

    @Needs("support:decide")
    @GetMapping
    List<ListedSupportRequest> newest() {
        return requests.newest();
    }

    @Needs("support:decide")
    @PostMapping("/{id}/allow")
    ListedSupportRequest allow(@PathVariable UUID id) {
        return requests.allow(id);
    }

    @Needs("support:decide")
    @PostMapping("/{id}/refuse")
    ListedSupportRequest refuse(@PathVariable UUID id) {
        return requests.refuse(id);
    }

    @Needs("support:decide")
    @PostMapping("/{id}/end")
    ListedSupportRequest end(@PathVariable UUID id) {
        return requests.end(id);
    }
}
