package io.tilth.kernel.problem;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.RequestInfo;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every answer that is not a success: RFC 9457, in the reader's language, of a type that this server explains. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int SOON_SECONDS = 5;

    private final MessageSource sentences;

    ProblemAdvice(MessageSource sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refusal refusal, HttpServletResponse response, Locale language) {
        if (refusal.facts().get("retryAfter") instanceof Number seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        var problem = problem(
                status(refusal.kind()),
                refusal.code(),
                language,
                refusal.facts().values().toArray());
        refusal.facts().forEach(problem::setProperty);
        return answer(problem);
    }

    /** A row that another request wrote first, or a text that the database cannot hold. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataIntegrityViolationException race, Locale language) {
        log.info("The database refused a write: {}", race.getClass().getSimpleName()); // its message repeats the row
        return answer(problem(HttpStatus.CONFLICT, "conflict", language));
    }

    /** Parameters that the firewall in front refuses to hand on. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RequestRejectedException hostile, Locale language) {
        return answer(problem(HttpStatus.BAD_REQUEST, "invalid-request", language));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CannotAcquireLockException race, Locale language) {
        return answer(problem(HttpStatus.CONFLICT, "conflict", language));
    }

    /** The database is full, slow or away for a moment: nothing was done, and later it may be. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> onBusy(Exception busy, HttpServletResponse response, Locale language) {
        log.warn("A request was put off: {}", busy.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(SOON_SECONDS));
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", language));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConstraintViolationException invalid, Locale language) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem("#/" + violation.getPropertyPath(), violation.getMessage()))
                .toList();
        return answer(invalid(errors, language));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unexpected, HttpServletResponse response, Locale language) {
        if (unexpected instanceof Refusal.Source known) {
            log.warn("A request was declined for somebody else: {}", unexpected.getMessage());
            return on(known.refusal(), response, language);
        }
        log.error("A request failed.", unexpected);
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", language));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(
                        pointer(error),
                        error.isBindingFailure()
                                ? sentence("problem.field-not-readable", LocaleContextHolder.getLocale())
                                : String.valueOf(error.getDefaultMessage())))
                .toList();
        return ResponseEntity.status(status).headers(headers).body(invalid(errors, LocaleContextHolder.getLocale()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var language = LocaleContextHolder.getLocale();
        var errors = UnreadableField.of(unreadable).stream()
                .map(pointer -> new FieldProblem(pointer, sentence("problem.field-not-readable", language)))
                .toList();
        return ResponseEntity.status(status).headers(headers).body(invalid(errors, language));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var code = switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406, 415 -> "media-type-not-supported";
            case 413 -> "too-large";
            default -> status.is4xxClientError() ? "invalid-request" : "unexpected";
        };
        return ResponseEntity.status(status)
                .headers(headers)
                .body(problem(status, code, LocaleContextHolder.getLocale()));
    }

    /** Says its own type: a stream's reader asks for events, and would otherwise get no answer at all. */
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ProblemDetail invalid(List<FieldProblem> errors, Locale language) {
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", language);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    private ProblemDetail problem(HttpStatusCode status, String code, Locale language, Object... facts) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence("problem." + code, language, facts));
        problem.setType(URI.create("/problems/" + code));
        RequestInfo.find().ifPresent(request -> problem.setProperty("requestId", request.id()));
        return problem;
    }

    private String sentence(String key, Locale language, Object... facts) {
        return sentences.getMessage(key, Stream.of(facts).map(String::valueOf).toArray(), language);
    }

    private static String pointer(FieldError error) {
        return "#/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case BROKEN_RULE -> HttpStatus.BAD_REQUEST;
            case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case OVER_LIMIT -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** One field and what is wrong with it, in the reader's language. */
    record FieldProblem(String pointer, String detail) {}
}
