package io.tilth.wecom.inbox;

import io.tilth.wecom.Envelopes.Form;
import io.tilth.wecom.Envelopes.Signature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request that says to come from WeCom, as far as it is read before anything has been proved. */
final class Knock {

    /** WeCom's longest messages are a few kilobytes. */
    private static final int LONGEST = 128 * 1024;

    private Knock() {}

    /** Empty for whatever WeCom does not write. */
    static Optional<Form> form(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "text/xml")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/xml", "application/xml" -> Optional.of(Form.XML);
            case "application/json" -> Optional.of(Form.JSON);
            default -> Optional.empty();
        };
    }

    /** Empty when it is too long, whatever length it claims. */
    static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            return Optional.empty();
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        return body.length > LONGEST ? Optional.empty() : Optional.of(body);
    }

    static Signature signature(HttpServletRequest request) {
        return new Signature(
                parameter(request, "msg_signature"), parameter(request, "timestamp"), parameter(request, "nonce"));
    }

    static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }

    /** One no for all reasons. */
    static ResponseEntity<String> no() {
        return answer(HttpStatus.FORBIDDEN, "");
    }

    static ResponseEntity<String> notNow() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .contentType(MediaType.TEXT_PLAIN)
                .body("");
    }
}
