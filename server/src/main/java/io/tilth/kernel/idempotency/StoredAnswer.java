package io.tilth.kernel.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The answer given to the first of equal requests. */
record StoredAnswer(byte[] fingerprint, int status, Optional<String> contentType, String body) {

    static StoredAnswer of(ContentCachingResponseWrapper response) {
        return new StoredAnswer(
                new byte[0],
                response.getStatus(),
                Optional.ofNullable(response.getContentType()),
                new String(response.getContentAsByteArray(), UTF_8));
    }

    boolean answers(IdempotencyKey key) {
        return Arrays.equals(fingerprint, key.fingerprint());
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        contentType.ifPresent(response::setContentType);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(body.getBytes(UTF_8));
    }
}
