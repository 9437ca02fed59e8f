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

/** The pages of console and workbench: one document each, which the browser's router fills. */
@RestController
@Hidden
@Needs.Anyone
class PageController {

    private final Optional<String> console;
    private final Optional<String> workbench;

    PageController() throws IOException {
        this.console = read("static/index.html");
        this.workbench = read("static/workbench.html");
    }

    @GetMapping(
            value = {"/", "/sign-in", "/join", "/console", "/console/**", "/operator", "/operator/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> console(HttpServletRequest request) {
        return show(console, request);
    }

    @GetMapping(
            value = {"/w", "/w/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> workbench(HttpServletRequest request) {
        return show(workbench, request);
    }

    private static Optional<String> read(String name) throws IOException {
        var file = new ClassPathResource(name);
        return file.exists() ? Optional.of(file.getContentAsString(UTF_8)) : Optional.empty();
    }

    private static ResponseEntity<String> show(Optional<String> page, HttpServletRequest request) {
        var document = page.orElseThrow(() -> Refusal.notFound("not-found"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(document.replace(
                        "name=\"csp-nonce\" content=\"\"",
                        "name=\"csp-nonce\" content=\"" + PageNonce.of(request) + "\""));
    }
}
