package io.waybill.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;

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

    /** Answers 403 with {@code sentence} to a person who has none of {@code roles}; an API key has a scope for what it may do. */
    void requireRole(String sentence, String... roles);

    static Caller current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof ApiKeyAuthentication key
                ? new Machine(key.scopes())
                : new Person(caller == null ? Set.of() : Set.copyOf(roles(caller)));
    }

    /** The roles of somebody who is signed in. */
    static List<String> roles(Authentication person) {
        return person.getAuthorities().stream()
                .map(authority -> authority.getAuthority().replaceFirst("^ROLE_", ""))
                .toList();
    }

    /** Scopes are no concern of people. */
    record Person(Set<String> roles) implements Caller {
        @Override
        public boolean may(Scope scope) {
            return true;
        }

        @Override
        public void requireRole(String sentence, String... wanted) {
            if (Stream.of(wanted).noneMatch(roles::contains)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentence);
            }
        }
    }

    /** A program with an API key. */
    record Machine(Set<Scope> scopes) implements Caller {
        @Override
        public boolean may(Scope scope) {
            return scopes.contains(scope);
        }

        @Override
        public void requireRole(String sentence, String... wanted) {}
    }
}
