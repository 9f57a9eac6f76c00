package io.waybill.access;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A machine that called with a valid key. */
final class ApiKeyAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ApiKey key;

    ApiKeyAuthentication(ApiKey key) {
        super(List.of());
        this.key = key;
        setAuthenticated(true);
    }

    Set<Scope> scopes() {
        return key.scopes();
    }

    /** Tells machines from people where it is noted who did something. */
    @Override
    public String getName() {
        return "key:" + key.name();
    }

    @Override
    public Object getPrincipal() {
        return key;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
