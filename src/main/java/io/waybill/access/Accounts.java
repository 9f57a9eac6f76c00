package io.waybill.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;

/** What people may do at the moment: looked up for each request, read again every other second, and at once on the node that changes it. */
final class Accounts implements OpenSessions {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final DemoMode demoMode;
    private final LoadingCache<String, Optional<Account>> known;

    Accounts(Users users, DemoMode demoMode, Ticker ticker) {
        this.demoMode = demoMode;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .maximumSize(MOST)
                .ticker(ticker)
                .build(users::account);
    }

    /** As it is now; empty when they were disabled, or signed out of all their sessions. */
    Optional<Account> now(Account signedIn) {
        if (signedIn.sessions() == Account.DEMO.sessions()) {
            return demoMode.on() ? Optional.of(Account.DEMO) : Optional.empty();
        }
        return known.get(signedIn.name()).filter(account -> account.sessions() == signedIn.sessions());
    }

    @Override
    public boolean areAsTheyWere(Authentication person) {
        try {
            return person instanceof PersonAuthentication known
                    && now(known.account()).filter(known.account()::equals).isPresent();
        } catch (DataAccessException e) {
            // Nobody can tell at the moment.
            return true;
        }
    }

    void changed(String name) {
        known.invalidate(name);
    }
}
