package io.waybill.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an API key may be made for; the keys of scopes stand in databases and programs of others and never change. */
public enum Scope {
    /** Has the ERP move orders on. */
    ORDERS_WRITE("orders:write"),
    /** Sees orders, and what their customers were told of them. */
    ORDERS_READ("orders:read"),
    /** Sees paid services and how much of their time is left. */
    SERVICES_READ("services:read"),
    /** Writes to customers. */
    MESSAGES_WRITE("messages:write"),
    /** Sees what was sent to customers, and what became of it. */
    MESSAGES_READ("messages:read"),
    /** Hears what becomes of payments. */
    PAYMENTS_READ("payments:read"),
    /** Has events sent to an address, as far as other scopes let it see them. */
    HOOKS_MANAGE("hooks:manage");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** As it stands in requests and answers. */
    public String key() {
        return key;
    }

    /** With which a key may call this endpoint; empty: with none. */
    public static Optional<Scope> opening(HandlerMethod endpoint) {
        return Optional.ofNullable(endpoint.getMethodAnnotation(ForApiKey.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), ForApiKey.class)))
                .map(ForApiKey::value);
    }

    static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Scope::key).toList();
    }
}
