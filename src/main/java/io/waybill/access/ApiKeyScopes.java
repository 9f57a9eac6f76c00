package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
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
            ForApiKey declared = declared(handler);
            if (declared == null) {
                throw new AccessDeniedException("API keys cannot call this. Sign in to the console for it.");
            }
            machine.require(declared.value());
        }
        return true;
    }

    private static @Nullable ForApiKey declared(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return null;
        }
        ForApiKey ofMethod = method.getMethodAnnotation(ForApiKey.class);
        return ofMethod == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ForApiKey.class)
                : ofMethod;
    }
}
