package io.tilth.wecom.jssdk;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JssdkController {

    private static final int LONGEST = 2_000;

    private final PageSigner signer;

    JssdkController(PageSigner signer) {
        this.signer = signer;
    }

    /** @param url of the page, as it stands in the address bar */
    @Needs
    @GetMapping("/api/v1/wecom/jssdk")
    PageSignature sign(@RequestParam String url) {
        Refusal.unless(url.length() <= LONGEST, "page-not-signable");
        try {
            return signer.sign(new URI(url));
        } catch (URISyntaxException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "page-not-signable");
        }
    }
}
