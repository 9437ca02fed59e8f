package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.customer.inheritance.InheritanceService.Orphaned;
import io.tilth.customer.inheritance.InheritanceService.ShownItem;
import io.tilth.customer.inheritance.InheritanceService.Wanted;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.wecom.WecomTransfers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inheritances")
class InheritanceController {

    private final InheritanceService inheritances;
    private final MessageSource sentences;

    InheritanceController(InheritanceService inheritances, MessageSource sentences) {
        this.inheritances = inheritances;
        this.sentences = sentences;
    }

    @Needs("inheritance:read")
    @GetMapping
    List<ListedInheritance> newest() {
        return inheritances.newest();
    }

    @Needs("inheritance:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedInheritance start(@Valid @RequestBody NewInheritance request) {
        return inheritances.start(request.wanted());
    }

    @Needs("inheritance:read")
    @GetMapping("/unassigned")
    List<UnassignedMember> unassigned() {
        return inheritances.unassigned().stream().map(UnassignedMember::of).toList();
    }

    @Needs("inheritance:read")
    @GetMapping("/{id}")
    ListedInheritance open(@PathVariable UUID id) {
        return inheritances.open(id);
    }

    @Needs("inheritance:read")
    @GetMapping("/{id}/items")
    Page<ListedItem> items(
            @PathVariable UUID id,
            @RequestParam(required = false) Item.@Nullable State state,
            @ParameterObject Paging paging,
            Locale language) {
        return inheritances.items(id, state, paging).map(item -> listed(item, language));
    }

    @Needs("inheritance:write")
    @PostMapping("/{id}/items/reassign")
    @ResponseStatus(HttpStatus.CREATED)
    ListedInheritance reassign(@PathVariable UUID id, @Valid @RequestBody Reassignment request) {
        return inheritances.reassign(id, request.items(), request.to());
    }

    private ListedItem listed(ShownItem shown, Locale language) {
        var item = shown.item();
        return new ListedItem(
                item.id(),
                item.customer()
                        .map(id -> new HandedOver(id.value(), shown.customer().orElse(""))),
                item.group().map(id -> new HandedOver(id, item.name())),
                item.state(),
                item.reason().map(reason -> sentence(reason, language)),
                item.at());
    }

    private String sentence(String reason, Locale language) {
        var other = sentences.getMessage("transfer.other", new Object[] {reason}, language);
        return Optional.ofNullable(sentences.getMessage("transfer." + reason, null, other, language))
                .orElse(other);
    }

    /** @param customers all that the member has, when left out */
    record NewInheritance(
            @NotNull WecomTransfers.Kind kind,
            @NotNull MemberId from,
            @NotNull MemberId to,
            @Nullable @Size(max = 20_000) Set<@NotNull CustomerId> customers,
            @NotNull Boolean groups,
            @Nullable @Size(max = 200) String message) {

        Wanted wanted() {
            return new Wanted(
                    kind,
                    from,
                    to,
                    Optional.ofNullable(customers),
                    groups,
                    Optional.ofNullable(message).orElse(""));
        }
    }

    record Reassignment(
            @NotEmpty @Size(max = 1_000) Set<@NotNull UUID> items,
            @NotNull MemberId to) {}

    record ListedItem(
            UUID id,
            Optional<HandedOver> customer,
            Optional<HandedOver> group,
            Item.State state,
            Optional<String> reason,
            Instant at) {}

    record HandedOver(UUID id, String name) {}

    record UnassignedMember(LeftMember member, int customers, int groups) {

        static UnassignedMember of(Orphaned one) {
            var member = new LeftMember(one.member().id(), one.member().name(), one.leftAt());
            return new UnassignedMember(member, one.customers(), one.groups());
        }
    }

    record LeftMember(MemberId id, String name, Instant leftAt) {}
}
