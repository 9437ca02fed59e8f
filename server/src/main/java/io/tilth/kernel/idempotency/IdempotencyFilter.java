package io.tilth.kernel.idempotency;

import io.tilth.kernel.Caller;
import io.tilth.kernel.CallsOut;
import io.tilth.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a repeated write the answer of the first.
 *
 * <p>The whole request runs in one transaction with the row that keeps its answer. Of several at once the first holds
 * the key; the others wait on it in the database, find the answer, and give it byte for byte. What fails keeps nothing,
 * so that it can be tried again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 50) // within the caller's scope
class IdempotencyFilter extends OncePerRequestFilter {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final IdempotentAnswerRepository answers;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;
    private final ObjectProvider<RequestMappingHandlerMapping> operations;

    IdempotencyFilter(
            IdempotentAnswerRepository answers,
            PlatformTransactionManager transactions,
            HandlerExceptionResolver handlerExceptionResolver,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> operations) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = handlerExceptionResolver;
        this.operations = operations;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || !WRITES.contains(request.getMethod())
                || Caller.find().isEmpty()
                || isUpload(request)
                || callsOut(request);
    }

    /** Its parts are read by the container itself; a file that was kept twice is swept away by itself. */
    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private boolean callsOut(HttpServletRequest request) {
        try {
            var found = operations.getObject().getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod operation
                    && operation.hasMethodAnnotation(CallsOut.class);
        } catch (Exception unknown) {
            return false; // whatever is wrong with the request is said where it arrives
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var repeatable = new RepeatableRequest(request);
        var key = new IdempotencyKey(
                Caller.current().id(), request.getHeader("Idempotency-Key"), repeatable.fingerprint());
        var answer = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> {
                if (answers.claim(key)) {
                    run(chain, repeatable, answer);
                    if (answer.getStatus() >= 400) {
                        status.setRollbackOnly();
                    } else {
                        answers.keep(key, StoredAnswer.of(answer));
                    }
                } else {
                    repeat(key, answer);
                }
            });
        } catch (Refusal refusal) {
            problems.resolveException(request, answer, null, refusal);
        } catch (Unfinished unfinished) {
            unfinished.rethrow();
        }
        answer.copyBodyToResponse();
    }

    private void repeat(IdempotencyKey key, HttpServletResponse response) {
        var stored = answers.find(key).orElseThrow(() -> Refusal.conflict("conflict"));
        if (!stored.answers(key)) {
            throw Refusal.conflict("idempotency-key-reused");
        }
        try {
            stored.writeTo(response);
        } catch (IOException gone) {
            throw new Unfinished(gone);
        }
    }

    private static void run(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException failure) {
            throw new Unfinished(failure);
        }
    }

    /** Carries a checked failure out of the transaction, which rolls back. */
    private static class Unfinished extends RuntimeException {

        Unfinished(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new ServletException(getCause());
        }
    }
}
