package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Lets in whom another system vouches for, with the roles that it says, and nobody without any. */
final class OidcSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String HOME = "/";
    private static final String REFUSED = "/?signin=refused";

    private final OutsideUsers users;
    private final SignIn signIn;
    private final OidcSettings settings;

    OidcSignIn(OutsideUsers users, SignIn signIn, OidcSettings settings) {
        this.users = users;
        this.signIn = signIn;
        this.settings = settings;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication vouched) {
        Optional<Account> account =
                vouched.getPrincipal() instanceof OidcUser person ? account(person) : Optional.empty();
        if (account.isPresent()) {
            signIn.open(account.get(), request, response);
            send(response, HOME);
        } else {
            refuse(request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        log.warn("Nobody was let in by the other system: {}", why.getMessage());
        refuse(request, response);
    }

    private Optional<Account> account(OidcUser person) {
        String name = settings.name(person);
        Set<Role> roles = settings.roles(person);
        if (name.isEmpty() || roles.isEmpty()) {
            log.warn(
                    "{} has no {} or no role of ours in {}: not let in.",
                    person.getSubject(),
                    settings.nameClaim(),
                    settings.rolesClaim());
            return Optional.empty();
        }
        Optional<Account> account = users.known(person.getIssuer() + " " + person.getSubject(), name, roles);
        if (account.isEmpty()) {
            log.warn("{} is disabled, or the name is that of somebody with a password here: not let in.", name);
        }
        return account;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        send(response, REFUSED);
    }

    /** By a path only: what address the browser knows us by is the proxy's affair. */
    private static void send(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
