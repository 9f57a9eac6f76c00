package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets people through to endpoints that say by {@link Needs} what has to be allowed for them, if it is; nobody calls one that says
 * nothing. Keys are no concern of it, and whoever is not signed in gets only where {@link AccessConfiguration} lets everybody.
 *
 * <p>An interceptor for the reason that {@link ApiKeyScopes} is one.
 */
final class PersonRights implements HandlerInterceptor {

    /** Not ours, so it cannot say so: the description of the API. */
    private static final String DESCRIPTION = "/api/openapi";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication
                && !request.getRequestURI().startsWith(DESCRIPTION)) {
            Permission.neededFor(endpoint)
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.FORBIDDEN, "People cannot call this: programs do, with a secret of their own."))
                    .forEach(Caller.current()::require);
        }
        return true;
    }
}
