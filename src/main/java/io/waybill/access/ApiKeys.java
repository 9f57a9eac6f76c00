package io.waybill.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that machines call the API with; of each only a hash is kept, which is safe because keys are long and random. */
final class ApiKeys {

    static final int MOST = 200;
    private static final String PREFIX = "wb_live_";
    private static final int BYTES = 32;
    private static final int SHOWN = PREFIX.length() + 4;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "id, name, hint, scopes, created_by, created_at, expires_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key and, this once, what a machine has to send. */
    record NewKey(ApiKey key, String secret) {

        @Override
        public String toString() {
            return "NewKey[key=%s]".formatted(key);
        }
    }

    /** Makes a key; empty when there are {@link #MOST} that are not revoked. */
    Optional<NewKey> add(String name, Collection<Scope> scopes, @Nullable Instant expiresAt, String by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return jdbc.sql("""
                        insert into api_key (name, hint, hash, scopes, created_by, created_at, expires_at)
                        select :name, :hint, :hash, :scopes, :by, :now, :expires
                        where (select count(*) from api_key where revoked_at is null) < :most
                        returning\s""" + COLUMNS)
                .param("name", name)
                .param("hint", secret.substring(0, SHOWN))
                .param("hash", hash(secret))
                .param("scopes", scopes.stream().map(Scope::key).distinct().toArray(String[]::new))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt), Types.TIMESTAMP)
                .param("most", MOST)
                .query(ApiKeys::read)
                .optional()
                .map(key -> new NewKey(key, secret));
    }

    /** The key that {@code secret} is, revoked or expired as it may be; its use is noted, at most once a minute. */
    Optional<ApiKey> use(String secret) {
        Optional<ApiKey> found = jdbc.sql("select " + COLUMNS + " from api_key where hash = ?")
                .param(hash(secret))
                .query(ApiKeys::read)
                .optional();
        found.filter(key -> key.revokedAt() == null).ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(ApiKey key) {
        Instant now = clock.instant();
        Instant noted = now.minus(NOTED_EVERY);
        if (!key.expired(now) && (key.lastUsedAt() == null || !key.lastUsedAt().isAfter(noted))) {
            jdbc.sql("""
                            update api_key set last_used_at = :now
                            where id = :id and (last_used_at is null or last_used_at <= :noted)
                            """)
                    .param("now", Timestamp.from(now))
                    .param("id", key.id())
                    .param("noted", Timestamp.from(noted))
                    .update();
        }
    }

    /** False when there is no such key that was not revoked before. */
    boolean revoke(long id, String by) {
        return jdbc.sql("update api_key set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
                        .params(Timestamp.from(clock.instant()), by, id)
                        .update()
                == 1;
    }

    /** The newest first, with those that were revoked. */
    List<ApiKey> all() {
        return jdbc.sql("select " + COLUMNS + " from api_key order by revoked_at is not null, id desc limit ?")
                .param(2 * MOST)
                .query(ApiKeys::read)
                .list();
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("hint"),
                scopes((String[]) row.getArray("scopes").getArray()),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    /** A scope that only a newer version knows opens nothing here. */
    private static Set<Scope> scopes(String[] keys) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(keys).map(Scope::of).flatMap(Optional::stream).forEach(scopes::add);
        return scopes;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
