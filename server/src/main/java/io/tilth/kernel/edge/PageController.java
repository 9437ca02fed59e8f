package io.tilth.kernel.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.kernel.PageNonce;
import io.tilth.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the console: one document, which the browser's router fills. */
@RestController
@Hidden
@Needs.Anyone
class PageController {

    private final Optional<String> page;

    PageController() throws IOException {
        var file = new ClassPathResource("static/index.html");
        this.page = file.exists() ? Optional.of(file.getContentAsString(UTF_8)) : Optional.empty();
    }

    @GetMapping(
            value = {"/", "/sign-in", "/join", "/console", "/console/**", "/operator", "/operator/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request) {
        var document = page.orElseThrow(() -> Refusal.notFound("not-found"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(document.replace(
                        "name=\"csp-nonce\" content=\"\"",
                        "name=\"csp-nonce\" content=\"" + PageNonce.of(request) + "\""));
    }
}
