package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the set-up of the first administrator. */
@RestController
@Needs({})
class SessionController {

    private final Users users;
    private final FirstAdministrator firstAdministrator;
    private final DemoMode demoMode;
    private final SignIn signIn;
    private final OutsideSignIn outside;

    SessionController(
            Users users,
            FirstAdministrator firstAdministrator,
            DemoMode demoMode,
            SignIn signIn,
            OutsideSignIn outside) {
        this.users = users;
        this.firstAdministrator = firstAdministrator;
        this.demoMode = demoMode;
        this.signIn = signIn;
        this.outside = outside;
    }

    @GetMapping("/api/session")
    SessionView session(@Nullable Principal principal, HttpServletRequest request) {
        SignedIn user = principal instanceof PersonAuthentication person ? SignedIn.of(person.account()) : null;
        return new SessionView(user, mayDemo(request), firstAdministrator.isInvited(), outside.ways());
    }

    @PostMapping("/api/session")
    ResponseEntity<ProblemDetail> signIn(
            @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        return signIn.check(credentials.username(), credentials.password(), request)
                .map(user -> {
                    signIn.open(user, request, response);
                    return ResponseEntity.noContent().<ProblemDetail>build();
                })
                .orElseGet(() -> problem(HttpStatus.UNAUTHORIZED, "The name or the password is wrong."));
    }

    @PostMapping("/api/session/demo")
    ResponseEntity<ProblemDetail> signInToDemo(HttpServletRequest request, HttpServletResponse response) {
        if (!mayDemo(request)) {
            return problem(
                    HttpStatus.FORBIDDEN,
                    "Demo sign-in works only on this machine and while nothing real is configured. Sign in with a password.");
        }
        signIn.open(Account.DEMO, request, response);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/setup")
    ResponseEntity<ProblemDetail> setUp(
            @RequestBody Setup setup, HttpServletRequest request, HttpServletResponse response) {
        if (setup.username().isBlank()) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, "Choose a name.");
        }
        Passwords.mustBeGood(setup.username(), setup.password());
        if (!firstAdministrator.accept(setup.token(), setup.username(), setup.password())) {
            return problem(
                    HttpStatus.FORBIDDEN,
                    "This set-up link is used up or not the latest one. Restart Waybill to get a new one in its log.");
        }
        users.account(setup.username()).ifPresent(first -> signIn.open(first, request, response));
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooSoon(SignIn.TooSoon e) {
        return PasswordController.tooSoon(e);
    }

    private boolean mayDemo(HttpServletRequest request) {
        try {
            return demoMode.on()
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }

    /** @param ways to sign in by other systems */
    record SessionView(
            @Nullable SignedIn user, boolean demo, boolean setupRequired, List<OutsideSignIn.SignInWay> ways) {}

    /** @param permissions what they may do, from all their roles and beside them */
    record SignedIn(String name, List<Role> roles, List<Permission> permissions) {

        static SignedIn of(Account account) {
            return new SignedIn(account.name(), List.copyOf(account.roles()), List.copyOf(account.permissions()));
        }
    }

    record Credentials(String username, String password) {

        @Override
        public String toString() {
            return "Credentials[username=%s]".formatted(username);
        }
    }

    record Setup(String token, String username, String password) {

        @Override
        public String toString() {
            return "Setup[username=%s]".formatted(username);
        }
    }
}
