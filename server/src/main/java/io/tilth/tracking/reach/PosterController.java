package io.tilth.tracking.reach;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.content.MaterialId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantVisits;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.Shares;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Posters as pictures to save and hand on, with the code of the member who stands for them. */
@RestController
class PosterController {

    private static final Duration KEPT = Duration.ofHours(1);

    private final TenantVisits visits;
    private final Shares shares;
    private final FootCardService cards;
    private final MemberPosters posters;

    PosterController(TenantVisits visits, Shares shares, FootCardService cards, MemberPosters posters) {
        this.visits = visits;
        this.shares = shares;
        this.cards = cards;
        this.posters = posters;
    }

    /** For the reader of a link; without a code while there is none. */
    @Hidden
    @Needs.Anyone
    @GetMapping("/r/{code}/poster")
    ResponseEntity<byte[]> ofLink(@PathVariable String code) {
        return ShareCode.read(code)
                .flatMap(read -> visits.apart(read.tenant(), () -> ofLink(read)))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** For the member who is going to send it. */
    @Needs("share:write")
    @GetMapping(path = "/api/v1/posters/{material}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> ofMember(@PathVariable MaterialId material) {
        var me = Caller.current().members().stream()
                .map(MemberId::new)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "share-without-member"));
        return posters.draw(material, me)
                .map(picture -> answer(CacheControl.noStore(), picture))
                .orElseThrow(() -> Refusal.notFound("poster-not-drawn"));
    }

    private Optional<ResponseEntity<byte[]>> ofLink(ShareCode read) {
        return shares.ofCode(read.text())
                .flatMap(share -> cards.member(share.sender(), share.meant())
                        .flatMap(member -> posters.draw(share.material(), member))
                        .map(picture -> answer(CacheControl.maxAge(KEPT).cachePublic(), picture))
                        .or(() -> posters.plain(share.material()).map(PosterController::goOn)));
    }

    private static ResponseEntity<byte[]> goOn(String path) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, path)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ResponseEntity<byte[]> answer(CacheControl kept, byte[] picture) {
        return ResponseEntity.ok()
                .cacheControl(kept)
                .contentType(MediaType.IMAGE_JPEG)
                .body(picture);
    }
}
