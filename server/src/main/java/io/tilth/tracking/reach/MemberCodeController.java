package io.tilth.tracking.reach;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.directory.Members;
import io.tilth.kernel.Needs;
import io.tilth.kernel.TenantVisits;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.Shares;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The picture to press and hold. */
@RestController
@Hidden
@Needs.Anyone
class MemberCodeController {

    private final TenantVisits visits;
    private final Shares shares;
    private final Members members;
    private final FootCardService cards;
    private final MemberCodes codes;

    MemberCodeController(
            TenantVisits visits, Shares shares, Members members, FootCardService cards, MemberCodes codes) {
        this.visits = visits;
        this.shares = shares;
        this.members = members;
        this.cards = cards;
        this.codes = codes;
    }

    @GetMapping("/r/{code}/find")
    ResponseEntity<byte[]> picture(@PathVariable String code) throws IOException {
        var picture = ShareCode.read(code).flatMap(read -> visits.apart(read.tenant(), () -> picture(read)));
        if (picture.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var type = URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(picture.get()));
        if (type == null || !type.startsWith("image/")) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.parseMediaType(type))
                .body(picture.get());
    }

    private Optional<byte[]> picture(ShareCode read) {
        return shares.ofCode(read.text())
                .flatMap(share -> cards.member(share.sender(), share.meant()))
                .flatMap(members::find)
                .flatMap(codes::picture);
    }
}
