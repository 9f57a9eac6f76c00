package io.waybill.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links by which people set their password, once and within days; of each only a hash is kept. */
final class Invites {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param token shown this once */
    record Link(String token, Instant validUntil) {

        @Override
        public String toString() {
            return "Link[validUntil=%s]".formatted(validUntil);
        }
    }

    record Invited(String username, Instant validUntil) {}

    /** A new one; earlier ones of theirs are void. */
    Link make(String username, String by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant until = clock.instant().plus(GOOD_FOR);
        jdbc.sql("""
                        insert into app_user_link (username, hash, expires_at, made_by) values (?, ?, ?, ?)
                        on conflict (username) do update
                        set hash = excluded.hash, expires_at = excluded.expires_at, made_by = excluded.made_by
                        """).params(username, hash(token), Timestamp.from(until), by).update();
        return new Link(token, until);
    }

    /** Whose it is; empty when it is none, is used up, or too old. */
    Optional<Invited> find(String token) {
        return jdbc.sql("select username, expires_at from app_user_link where hash = ? and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query((row, n) -> new Invited(
                        row.getString("username"),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** False when somebody else has used it meanwhile. */
    boolean use(String token) {
        return jdbc.sql("delete from app_user_link where hash = ? and expires_at > ?")
                        .params(hash(token), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void revoke(String username) {
        jdbc.sql("delete from app_user_link where username = ?").param(username).update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
