package io.tilth.kernel.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.tilth.kernel.Caller;
import io.tilth.kernel.limit.LimitSettings.Rate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Gives each account and key its share, and each company its own, so that a loud one slows itself and nobody else.
 * Whoever asks reads in the answer how much is left, in the form of the IETF's draft on RateLimit fields.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 90) // right after it is known who calls
class CallerLimitFilter extends OncePerRequestFilter {

    private final Buckets accounts;
    private final Buckets keys;
    private final Buckets companies;
    private final HandlerExceptionResolver problems;

    CallerLimitFilter(LimitSettings settings, HandlerExceptionResolver handlerExceptionResolver) {
        this.accounts = new Buckets(settings.account());
        this.keys = new Buckets(settings.key());
        this.companies = new Buckets(settings.tenant());
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tooMuch = Caller.find().flatMap(caller -> count(caller, response));
        if (tooMuch.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, Buckets.refusal(tooMuch.get()));
        }
    }

    /** What was asked too much of, if anything. */
    private Optional<ConsumptionProbe> count(Caller caller, HttpServletResponse response) {
        boolean isKey = caller.kind() == Caller.Kind.API_KEY;
        var own = isKey ? keys : accounts;
        var probe = own.take(caller.id().toString());
        tell(response, isKey ? "key" : "account", own.rate(), probe);
        if (!probe.isConsumed()) {
            return Optional.of(probe);
        }
        var all = companies.take(String.valueOf(caller.tenant().value()));
        if (all.isConsumed()) {
            return Optional.empty();
        }
        tell(response, "tenant", companies.rate(), all);
        return Optional.of(all);
    }

    private static void tell(HttpServletResponse response, String whose, Rate rate, ConsumptionProbe probe) {
        int window = Math.ceilDiv(rate.burst(), Math.max(1, rate.perSecond()));
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(whose, rate.burst(), window));
        response.setHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(whose, probe.getRemainingTokens(), Buckets.seconds(probe)));
    }
}
