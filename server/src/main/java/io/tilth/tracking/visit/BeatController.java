package io.tilth.tracking.visit;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Limits;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Secrets;
import io.tilth.tracking.ShareCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What readers' pages tell. Answers once it is on disk; a page that hears nothing good tells it again. */
@RestController
@Hidden
@Needs.Anyone
class BeatController {

    private static final int LONGEST_BODY = 16 * 1024;

    private final BeatWriter writer;
    private final Limits limits;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    BeatController(BeatWriter writer, Limits limits, Secrets secrets, JsonMapper json, Clock clock) {
        this.writer = writer;
        this.limits = limits;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** As plain text, which a page may send while it is being left. */
    @PostMapping("/r/{code}/beats")
    ResponseEntity<Void> hear(
            @PathVariable String code, @RequestParam(name = "t") String token, HttpServletRequest request)
            throws IOException, InterruptedException {
        var from = ShareCode.read(code)
                .flatMap(read -> BeatToken.read(token, secrets, read.tenant()).map(said -> new From(read, said)));
        if (from.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        limits.visitor(from.get().token().visitor().value().toString());
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        var told = body.length > LONGEST_BODY ? Optional.<BeatBatch>empty() : read(body);
        if (told.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        var beats = told.get().beats(from.get().code().tenant(), from.get().token(), clock.instant());
        return beats.isEmpty() || writer.store(beats)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .build();
    }

    private Optional<BeatBatch> read(byte[] body) {
        try {
            return Optional.of(json.readValue(body, BeatBatch.class)).filter(BeatBatch::isSound);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private record From(ShareCode code, BeatToken token) {}
}
