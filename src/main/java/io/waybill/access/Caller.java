package io.waybill.access;

import java.util.List;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the current call, for what one declared scope cannot say. */
public sealed interface Caller {

    /** Whether the caller may do what {@code scope} opens. */
    boolean may(Scope scope);

    /** Answers 403 with the name of the scope to a key that lacks it. */
    default void require(Scope scope) {
        if (!may(scope)) {
            throw new AccessDeniedException(
                    "This API key lacks the scope %s. Make one that has it.".formatted(scope.key()));
        }
    }

    static Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ApiKeyAuthentication key
                ? new Machine(key.scopes())
                : new Person();
    }

    /** The roles of somebody who is signed in. */
    static List<String> roles(Authentication person) {
        return person.getAuthorities().stream()
                .map(authority -> authority.getAuthority().replaceFirst("^ROLE_", ""))
                .toList();
    }

    /** Scopes are no concern of people. */
    record Person() implements Caller {
        @Override
        public boolean may(Scope scope) {
            return true;
        }
    }

    /** A program with an API key. */
    record Machine(Set<Scope> scopes) implements Caller {
        @Override
        public boolean may(Scope scope) {
            return scopes.contains(scope);
        }
    }
}
