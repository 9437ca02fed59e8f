package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.share.ShareDeskService.Minted;
import io.tilth.tracking.share.ShareListRepository.Wanted;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shares")
class ShareController {

    private final ShareDeskService shares;

    ShareController(ShareDeskService shares) {
        this.shares = shares;
    }

    /** Makes a link for the caller to send, and what its card in the chat shows. */
    @Needs("share:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MintedShare mint(@Valid @RequestBody NewShare request) {
        return MintedShare.of(shares.mint(request));
    }

    /** The SDK said that it went out. */
    @Needs("share:write")
    @PostMapping("/{id}/sent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sent(@PathVariable ShareId id) {
        shares.sent(id);
    }

    @Needs("share:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable ShareId id) {
        shares.cancel(id);
    }

    @Needs("share:read")
    @GetMapping
    Page<ListedShare> list(
            @RequestParam(required = false) @Nullable MaterialId material,
            @RequestParam(required = false) @Nullable MemberId member,
            @RequestParam(required = false) @Nullable CustomerId customer,
            @ParameterObject Paging paging) {
        return shares.list(
                new Wanted(Optional.ofNullable(material), Optional.ofNullable(member), Optional.ofNullable(customer)),
                paging);
    }

    @Needs("share:read")
    @GetMapping("/{id}")
    ListedShare get(@PathVariable ShareId id) {
        return shares.get(id);
    }

    record MintedShare(ShareId id, URI url, ShareCard card) {

        static MintedShare of(Minted minted) {
            var link = minted.share().url();
            return new MintedShare(
                    minted.share().id(),
                    link,
                    new ShareCard(
                            link,
                            minted.material().title(),
                            minted.material().description(),
                            minted.picture().orElse(null)));
        }
    }

    /** In the SDK's own words. */
    record ShareCard(
            URI link, String title, String desc, @Nullable URI imgUrl) {}
}
