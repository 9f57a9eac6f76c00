package io.waybill.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes guessing passwords slow: after some tries under a name, or from an address, each further one has to wait twice as long as the one
 * before. Counted in the database, so on all nodes together, and before the password is looked at, so many tries at once do not help.
 */
final class SignInAttempts {

    private static final int FREE_OF_A_NAME = 5;
    /** Colleagues share an address. */
    private static final int FREE_OF_AN_ADDRESS = 30;

    /** Nobody's is longer, but whoever guesses may send anything. */
    private static final int LONGEST_NAME = 100;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a try; when it may not be made yet, when one may be. */
    Optional<Instant> begin(String name, String address) {
        Optional<Instant> wait = count(ofName(name), FREE_OF_A_NAME);
        return wait.isPresent() || isThisMachine(address) ? wait : count(ofAddress(address), FREE_OF_AN_ADDRESS);
    }

    /** The password was right: the name begins anew, and the address has one try less. */
    void succeeded(String name, String address) {
        jdbc.sql("delete from sign_in_attempt where key = ? or last_at < ?")
                .params(ofName(name), Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
        jdbc.sql("update sign_in_attempt set tries = tries - 1, open_at = last_at where key = ?")
                .param(ofAddress(address))
                .update();
    }

    private Optional<Instant> count(String key, int free) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean counted = jdbc.sql("""
                                insert into sign_in_attempt as a (key, tries, last_at, open_at) values (:key, 1, :now, :now)
                                on conflict (key) do update
                                set tries = case when a.last_at < :forgotten then 1 else a.tries + 1 end,
                                    last_at = :now,
                                    open_at = cast(:now as timestamptz) + make_interval(secs => case
                                        when a.last_at < :forgotten or a.tries + 1 < :free then 0
                                        else least(:longest, power(2, least(a.tries + 1 - :free, 20))) end)
                                where a.open_at <= :now
                                """)
                        .param("key", key)
                        .param("now", now)
                        .param("forgotten", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                        .param("free", free)
                        .param("longest", LONGEST.toSeconds())
                        .update()
                == 1;
        return counted
                ? Optional.empty()
                : jdbc.sql("select open_at from sign_in_attempt where key = ?")
                        .param(key)
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .optional();
    }

    private static String ofName(String name) {
        return "name "
                + name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    private static String ofAddress(String address) {
        return "address " + address;
    }

    /** A proxy of ours that does not say for whom it asks: all would share what one of them uses up. */
    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
