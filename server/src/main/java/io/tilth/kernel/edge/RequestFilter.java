package io.tilth.kernel.edge;

import io.tilth.kernel.RequestInfo;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Gives each request a name, for its log lines, its answer and the trail, and its reader's language, so that a refusal
 * made before the request reaches its handler speaks that language too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter extends OncePerRequestFilter {

    private static final int NAME = 8;
    private static final int LONGEST_AGENT = 300;

    private final LocaleResolver languages;
    private final HandlerExceptionResolver problems;

    RequestFilter(LocaleResolver languages, HandlerExceptionResolver handlerExceptionResolver) {
        this.languages = languages;
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var info = new RequestInfo(
                UUID.randomUUID().toString().substring(0, NAME),
                request.getRemoteAddr(),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
        response.setHeader("X-Request-Id", info.id());
        try (var _ = MDC.putCloseable("request", info.id())) {
            info.around(() -> pass(request, response, chain));
        }
    }

    /** What fails on the way to the handler, such as a look at a database that is full, is told as a problem too. */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (response.isCommitted() || problems.resolveException(request, response, null, failure) == null) {
                throw failure;
            }
        }
    }
}
