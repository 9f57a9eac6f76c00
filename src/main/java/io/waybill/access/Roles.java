package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who of the people that are signed in may do what; administrators may everything. */
public final class Roles {

    private Roles() {}

    /**
     * An API key has a scope for it.
     *
     * @param otherwise what everybody else is told
     */
    public static void personNeeds(String role, HttpServletRequest request, String otherwise) {
        if (Caller.current() instanceof Caller.Person) {
            needs(role, request, otherwise);
        }
    }

    /** No API key can. */
    public static void needs(String role, HttpServletRequest request, String otherwise) {
        if (!request.isUserInRole("ADMIN") && !request.isUserInRole(role)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, otherwise);
        }
    }
}
