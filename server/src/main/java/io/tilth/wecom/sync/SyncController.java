package io.tilth.wecom.sync;

import io.tilth.kernel.Needs;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.sync.Run.Kind;
import io.tilth.wecom.sync.Run.PartState;
import io.tilth.wecom.sync.Run.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/wecom/companies/{id}/syncs")
class SyncController {

    private final SyncService syncs;
    private final MessageSource sentences;

    SyncController(SyncService syncs, MessageSource sentences) {
        this.syncs = syncs;
        this.sentences = sentences;
    }

    @Needs("wecom:read")
    @GetMapping
    List<ListedSync> newest(@PathVariable CompanyId id) {
        return syncs.newest(id).stream().map(this::listed).toList();
    }

    @Needs("wecom:write")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListedSync ask(@PathVariable CompanyId id) {
        return listed(syncs.ask(id));
    }

    private ListedSync listed(Run run) {
        return new ListedSync(
                run.id(),
                run.kind(),
                run.state(),
                run.startedAt(),
                run.finishedAt().orElse(null),
                run.parts().stream()
                        .map(part -> new ListedPart(part.name(), part.done(), part.total(), part.state()))
                        .toList(),
                run.calls(),
                run.waitedMs(),
                run.differences(),
                run.reason().map(reason -> sentence(reason, run.facts())).orElse(null));
    }

    private String sentence(String reason, List<String> facts) {
        return sentences.getMessage("sync.reason." + reason, facts.toArray(), LocaleContextHolder.getLocale());
    }

    /**
     * @param waitedMs how long calls waited for WeCom's limits
     * @param differences what we had otherwise than WeCom, counted by kind
     * @param reason why it failed, in words
     */
    record ListedSync(
            UUID id,
            Kind kind,
            State state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            List<ListedPart> parts,
            long calls,
            long waitedMs,
            Map<String, Integer> differences,
            @Nullable String reason) {}

    /** @param total as far as known by now */
    record ListedPart(String name, long done, long total, PartState state) {}
}
