package io.tilth.kernel.caller;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller through to the operations that their rights cover. */
class NeedsInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What comes back to end a stream was asked when it began.
        boolean letIn = request.getDispatcherType() == DispatcherType.ASYNC;
        if (!letIn && handler instanceof HandlerMethod method && !isOpen(method)) {
            check(request.getRequestURI(), right(method));
        }
        return true;
    }

    private static void check(String path, String right) {
        var caller = Caller.find().orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "not-signed-in"));
        // A key's door is the open interface, a person's the product: a stolen key must not act as a person.
        boolean rightDoor = path.startsWith("/open/") == (caller.kind() == Caller.Kind.API_KEY);
        if (!rightDoor || (!right.isEmpty() && !caller.may(right))) {
            throw Refusal.of(Kind.FORBIDDEN, "not-allowed").with("right", right);
        }
    }

    static boolean isOpen(HandlerMethod method) {
        return find(method, Needs.Anyone.class) != null
                || !method.getBeanType().getPackageName().startsWith("io.tilth.");
    }

    static boolean isGuarded(HandlerMethod method) {
        return find(method, Needs.class) != null || isOpen(method);
    }

    private static String right(HandlerMethod method) {
        var needs = find(method, Needs.class);
        if (needs == null) {
            throw new IllegalStateException("No right is declared for " + method);
        }
        return needs.value();
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
