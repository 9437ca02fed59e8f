package io.tilth.acquisition.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.kernel.Needs;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/print-packs")
@Needs("channel-code:read")
class PackController {

    private final PackService packs;

    PackController(PackService packs) {
        this.packs = packs;
    }

    /** The newest first; those whose time is over are gone. */
    @GetMapping
    List<ListedPrintPack> newest() {
        return packs.newest().stream().map(ListedPrintPack::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListedPrintPack ask(@Valid @RequestBody PrintOrder order) {
        return ListedPrintPack.of(
                packs.ask(order.sheet(), order.hint(), Optional.ofNullable(order.planId()), order.codes()));
    }

    @GetMapping(value = "/{id}/file", produces = MediaType.APPLICATION_PDF_VALUE)
    void file(@PathVariable PackId id, HttpServletResponse response) throws IOException {
        var pack = packs.fetch(id);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLengthLong(pack.bytes());
        var name = "%s-%d.pdf".formatted(pack.sheet() == Sheet.CARD ? "台卡" : "贴纸", pack.cards());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name, UTF_8).build().toString());
        response.setHeader("Cache-Control", "no-store");
        var piece = packs.piece(id, 0);
        for (int next = 1; piece.isPresent(); next++) {
            response.getOutputStream().write(piece.get());
            piece = packs.piece(id, next);
        }
    }

    /**
     * @param hint the line under the code
     * @param planId whose codes are printed, all of them
     * @param codes those that are printed where no plan is named
     */
    record PrintOrder(
            @NotNull Sheet sheet,
            @NotNull @Size(max = 30) String hint,
            @Nullable UUID planId,
            @NotNull @Size(max = 2_000) List<@NotNull ChannelCodeId> codes) {}

    /** @param by who asked for it, by name */
    record ListedPrintPack(
            PackId id,
            @Nullable UUID planId,
            Sheet sheet,
            Pack.State state,
            int cards,
            int done,
            long bytes,
            String by,
            Instant at,
            Instant expiresAt) {

        static ListedPrintPack of(Pack pack) {
            return new ListedPrintPack(
                    pack.id(),
                    pack.plan().orElse(null),
                    pack.sheet(),
                    pack.state(),
                    pack.cards(),
                    pack.done(),
                    pack.bytes(),
                    pack.requestedBy(),
                    pack.requestedAt(),
                    pack.expiresAt());
        }
    }
}
