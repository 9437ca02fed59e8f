package io.tilth.wecom.connect;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files by which WeCom sees that a domain is a company's own: each at that domain alone. */
@RestController
@Hidden
@Needs.Anyone
class DomainFileController {

    private final DomainService domains;

    DomainFileController(DomainService domains) {
        this.domains = domains;
    }

    @GetMapping("/WW_verify_{code:[A-Za-z0-9]{1,40}}.txt")
    ResponseEntity<String> file(@PathVariable String code, HttpServletRequest request) {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var content =
                domains.content(host, "WW_verify_" + code + ".txt").orElseThrow(() -> Refusal.notFound("not-found"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(content);
    }
}
