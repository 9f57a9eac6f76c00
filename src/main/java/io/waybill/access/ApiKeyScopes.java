package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets keys through to what is declared {@link ForApiKey} for a scope of theirs, and to nothing else; people are no concern of it.
 *
 * <p>An interceptor, because the framework has chosen the method by then: a check by path would have to choose the same one.
 */
final class ApiKeyScopes implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Caller.current() instanceof Caller.Machine machine) {
            machine.require(scope(handler)
                    .orElseThrow(() ->
                            new AccessDeniedException("API keys cannot call this. Sign in to the console for it.")));
        }
        return true;
    }

    private static Optional<Scope> scope(Object handler) {
        return handler instanceof HandlerMethod method ? Scope.opening(method) : Optional.empty();
    }
}
