package io.waybill.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Lets people in: looks at passwords no faster than {@link SignInAttempts} allows, and opens sessions. */
final class SignIn {

    private final Users users;
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final SecurityContextRepository contexts;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            Users users,
            Accounts accounts,
            SignInAttempts attempts,
            SecurityContextRepository contexts,
            Audit audit,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.attempts = attempts;
        this.contexts = contexts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Too many tries went before. */
    static final class TooSoon extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooSoon(Duration wait) {
            seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        }

        long seconds() {
            return seconds;
        }

        @Override
        public String getMessage() {
            return "Too many tries. The next one counts in %d seconds.".formatted(seconds);
        }
    }

    /** Whose name and password this is. */
    Optional<Account> check(String name, String password, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        Optional<Instant> wait = attempts.begin(name, address);
        if (wait.isPresent()) {
            throw new TooSoon(Duration.between(clock.instant(), wait.get()));
        }
        Optional<Account> account = users.authenticate(name, password);
        account.ifPresent(known -> attempts.succeeded(name, address));
        return account;
    }

    /** Under a new id, so that nobody who knew the session before has a part in it. */
    void open(Account account, HttpServletRequest request, HttpServletResponse response) {
        accounts.changed(account.name());
        request.getSession(true);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(account));
        contexts.saveContext(context, request, response);
        users.signedIn(account.name());
        audit.doneBy(account.name(), "session.open", account.name());
    }
}
