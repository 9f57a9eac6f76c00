package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Takes {@code Authorization: Bearer <key>} for the machine whose key that is, as long as the key is good. */
final class ApiKeyAuthenticator implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyAuthenticator(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    static boolean isOffered(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return isOffered(request)
                ? new PreAuthenticatedAuthenticationToken(
                        "",
                        request.getHeader(HttpHeaders.AUTHORIZATION)
                                .substring(SCHEME.length())
                                .strip())
                : null;
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        ApiKey key = keys.use(offered.getCredentials().toString())
                .orElseThrow(
                        () -> new BadCredentialsException("This API key is not known. Look whether it is complete."));
        if (key.revokedAt() != null) {
            throw new DisabledException("The API key \"%s\" was revoked. Make a new one.".formatted(key.name()));
        }
        if (key.expired(clock.instant())) {
            throw new CredentialsExpiredException(
                    "The API key \"%s\" expired at %s. Make a new one.".formatted(key.name(), key.expiresAt()));
        }
        return new ApiKeyAuthentication(key);
    }
}
