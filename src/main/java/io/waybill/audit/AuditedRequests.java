package io.waybill.audit;

import io.waybill.access.Caller;
import io.waybill.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Keeps which requests of people were to change something, also those that were refused, where nobody keeps more of them. */
final class AuditedRequests implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(AuditedRequests.class);

    private final AuditLog audit;

    AuditedRequests(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (handler instanceof HandlerMethod endpoint
                && SecurityContextHolder.getContext().getAuthentication() != null
                && Caller.current() instanceof Caller.Person
                && !HttpMethod.GET.matches(request.getMethod())
                && request.getAttribute(AuditLog.KEPT) == null
                && Permission.neededFor(endpoint).stream()
                        .flatMap(rights -> rights.stream())
                        .anyMatch(Permission::changes)) {
            keep(request, response.getStatus());
        }
    }

    private void keep(HttpServletRequest request, int status) {
        try {
            audit.request(
                    request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    subject(request),
                    status);
        } catch (DataAccessException e) {
            // The request is answered; that it could not be noted must not turn it into an error.
            log.warn("A request of {} could not be noted: {}", request.getRemoteUser(), e.getMessage());
        }
    }

    /** What its address names: orders, contacts, products. */
    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? String.join(
                        " ",
                        new TreeMap<>(variables)
                                .values().stream().map(String::valueOf).toList())
                : "";
    }
}
