package io.waybill.hook;

import io.waybill.database.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses that events go to, as people and programs set them up. */
final class Hooks {

    static final int MOST = 50;
    static final Duration BOTH_SECRETS = Duration.ofHours(24);
    private static final String COLUMNS =
            "id, url, event_types, phone_number_id, enabled, off_because, failures, paused_until, created_by, created_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretBox box;

    Hooks(JdbcClient jdbc, Clock clock, SecretBox box) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.box = box;
    }

    /** What somebody wants of a hook. */
    record Wanted(
            String url, List<HookEventType> types, @Nullable String phoneNumberId, boolean enabled) {

        private String[] keys() {
            return types.stream().map(HookEventType::key).distinct().toArray(String[]::new);
        }
    }

    /**
     * Empty when there are {@link #MOST}.
     *
     * @throws SecretBox.NoKey when the secret cannot be sealed
     */
    Optional<Hook> add(Wanted wanted, WebhookSecret secret, String by) {
        return jdbc.sql("""
                        insert into hook (url, event_types, phone_number_id, enabled, secret, created_by, created_at)
                        select :url, :types, :number, :enabled, :secret, :by, :now
                        where (select count(*) from hook) < :most
                        returning\s""" + COLUMNS)
                .param("url", wanted.url())
                .param("types", wanted.keys())
                .param("number", wanted.phoneNumberId(), Types.VARCHAR)
                .param("enabled", wanted.enabled())
                .param("secret", box.seal(secret.text()))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .query(Hooks::read)
                .optional();
    }

    /** Changes a hook, which gets a fresh start: what failed before does not make it rest any more. */
    Optional<Hook> change(long id, Wanted wanted) {
        return jdbc.sql("""
                        update hook set url = :url, event_types = :types, phone_number_id = :number, enabled = :enabled,
                            off_because = null, failures = 0, paused_until = null
                        where id = :id
                        returning\s""" + COLUMNS)
                .param("url", wanted.url())
                .param("types", wanted.keys())
                .param("number", wanted.phoneNumberId(), Types.VARCHAR)
                .param("enabled", wanted.enabled())
                .param("id", id)
                .query(Hooks::read)
                .optional();
    }

    /**
     * From now on {@code secret} signs, and for a day the one before too.
     *
     * @throws SecretBox.NoKey when the secret cannot be sealed
     */
    boolean rotate(long id, WebhookSecret secret) {
        return jdbc.sql("update hook set old_secret = secret, old_secret_until = ?, secret = ? where id = ?")
                        .params(Timestamp.from(clock.instant().plus(BOTH_SECRETS)), box.seal(secret.text()), id)
                        .update()
                == 1;
    }

    /** Seals what was stored before secrets were sealed. */
    void sealPlain() {
        record Plain(long id, String secret, @Nullable String oldSecret) {}
        List<Plain> unsealed = jdbc.sql("select id, secret, old_secret from hook where secret like 'whsec\\_%'")
                .query(Plain.class)
                .list();
        unsealed.forEach(plain -> jdbc.sql(
                        "update hook set secret = :sealed, old_secret = :old where id = :id and secret = :plain")
                .param("sealed", box.seal(plain.secret()))
                .param("old", plain.oldSecret() == null ? null : box.seal(plain.oldSecret()), Types.VARCHAR)
                .param("id", plain.id())
                .param("plain", plain.secret())
                .update());
    }

    boolean remove(long id) {
        return jdbc.sql("delete from hook where id = ?").param(id).update() == 1;
    }

    Optional<Hook> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from hook where id = ?")
                .param(id)
                .query(Hooks::read)
                .optional();
    }

    List<Hook> all() {
        return jdbc.sql("select " + COLUMNS + " from hook order by id")
                .query(Hooks::read)
                .list();
    }

    private static Hook read(ResultSet row, int number) throws SQLException {
        Timestamp pausedUntil = row.getTimestamp("paused_until");
        return new Hook(
                row.getLong("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("event_types").getArray()),
                row.getString("phone_number_id"),
                row.getBoolean("enabled"),
                row.getString("off_because"),
                row.getInt("failures"),
                pausedUntil == null ? null : pausedUntil.toInstant(),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}
