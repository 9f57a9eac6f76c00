package io.waybill.access;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;

/** Who makes the current call, for what one declared scope or right cannot say. */
public sealed interface Caller {

    /** Whether the caller may do what {@code scope} opens. */
    boolean may(Scope scope);

    /** Whether the caller has this right. */
    boolean may(Permission right);

    /** Answers 403 with the name of the scope to a key that lacks it. */
    default void require(Scope scope) {
        if (!may(scope)) {
            throw new AccessDeniedException(
                    "This API key lacks the scope %s. Make one that has it.".formatted(scope.key()));
        }
    }

    /** Answers 403 with the name of the right to somebody who lacks it. */
    default void require(Permission right) {
        if (!may(right)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "You may not %s: you lack the right %s. An administrator can give you a role that has it."
                            .formatted(right.words(), right));
        }
    }

    static Caller current() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case ApiKeyAuthentication key -> new Machine(key.scopes());
            case PersonAuthentication person -> new Person(person.account().permissions());
            case null, default -> new Person(Set.of());
        };
    }

    /** The roles of somebody who is signed in. */
    static List<String> roles(Authentication person) {
        return person instanceof PersonAuthentication known
                ? known.account().roles().stream().map(Role::name).toList()
                : List.of();
    }

    /** Scopes are no concern of people. */
    record Person(Set<Permission> rights) implements Caller {
        @Override
        public boolean may(Scope scope) {
            return true;
        }

        @Override
        public boolean may(Permission right) {
            return rights.contains(right);
        }
    }

    /** A program with an API key; rights are no concern of programs. */
    record Machine(Set<Scope> scopes) implements Caller {
        @Override
        public boolean may(Scope scope) {
            return scopes.contains(scope);
        }

        @Override
        public boolean may(Permission right) {
            return true;
        }
    }
}
