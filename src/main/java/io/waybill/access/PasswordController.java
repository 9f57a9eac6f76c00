package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People set their password by a link, or change the one they have. */
@RestController
@Needs({})
class PasswordController {

    private final Users users;
    private final Invites invites;
    private final SignIn signIn;

    PasswordController(Users users, Invites invites, SignIn signIn) {
        this.users = users;
        this.invites = invites;
        this.signIn = signIn;
    }

    /** Whose link it is. */
    @GetMapping("/api/invites/{token}")
    InviteView invite(@PathVariable String token) {
        Invites.Invited invited = find(token);
        return new InviteView(invited.username(), invited.validUntil());
    }

    /** Uses the link up and signs in; whatever they had open elsewhere is over. */
    @PostMapping("/api/invites/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            @PathVariable String token,
            @RequestBody InvitePassword wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = find(token).username();
        Passwords.mustBeGood(name, wanted.password());
        users.setPassword(name, wanted.password(), () -> invites.use(token))
                .ifPresentOrElse(account -> signIn.open(account, request, response), () -> {
                    throw gone();
                });
    }

    /** They stay signed in here, and nowhere else. */
    @PutMapping("/api/v1/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @RequestBody NewPassword wanted,
            Authentication me,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = me.getName();
        if (me instanceof PersonAuthentication person && person.account().equals(Account.DEMO)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Whoever looks around has no password.");
        }
        Passwords.mustBeGood(name, wanted.password());
        if (signIn.check(name, wanted.current(), request).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"current\" is not the password you have.");
        }
        users.setPassword(name, wanted.password(), () -> true)
                .ifPresent(account -> signIn.open(account, request, response));
    }

    @ExceptionHandler
    static ResponseEntity<ProblemDetail> tooSoon(SignIn.TooSoon e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, e.getMessage()));
    }

    private Invites.Invited find(String token) {
        return invites.find(token).orElseThrow(PasswordController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "This link is used up, too old or not the latest one. Ask an administrator for a new one.");
    }

    record InviteView(String username, Instant validUntil) {}

    record InvitePassword(String password) {

        @Override
        public String toString() {
            return "InvitePassword";
        }
    }

    record NewPassword(String current, String password) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }
}
