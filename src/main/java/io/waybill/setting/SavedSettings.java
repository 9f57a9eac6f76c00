package io.waybill.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Audit;
import io.waybill.home.Misconfigured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The settings that people have saved, of all kinds: read each second, so that nobody who needs one waits for the database. */
public final class SavedSettings {

    private static final Logger log = LoggerFactory.getLogger(SavedSettings.class);
    private static final String ROWS =
            "select kind, version, document::text as document, saved_at, saved_by from setting";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;
    private final Map<String, Setting<?>> settings = new ConcurrentHashMap<>();

    public SavedSettings(JdbcClient jdbc, ObjectMapper json, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param document JSON text */
    record Row(String kind, int version, String document, Instant at, String by) {}

    /**
     * The settings of this kind.
     *
     * @param configured what counts until somebody saves another
     * @param check throws {@link WrongSetting} for what cannot be
     * @throws Misconfigured when what is configured, or was saved, cannot be
     */
    public <T> Setting<T> of(String kind, Class<T> type, T configured, Consumer<T> check) {
        check.accept(configured);
        Setting<T> setting = new Setting<>(kind, type, configured, check, this);
        jdbc.sql(ROWS + " where kind = ?")
                .param(kind)
                .query(SavedSettings::row)
                .optional()
                .ifPresent(row -> begin(setting, row));
        settings.put(kind, setting);
        return setting;
    }

    private static void begin(Setting<?> setting, Row row) {
        setting.take(row);
        log.info(
                "The setting {} is as {} has saved it in the console: what the configuration says of it does not count.",
                row.kind(),
                row.by());
    }

    /** What other nodes have saved. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            jdbc.sql(ROWS).query(SavedSettings::row).list().forEach(this::take);
        } catch (DataAccessException e) {
            log.warn("The settings stay as they were until the database answers: {}", e.getMessage());
        }
    }

    private void take(Row row) {
        Setting<?> setting = settings.get(row.kind());
        if (setting != null) {
            try {
                setting.take(row);
            } catch (Misconfigured e) {
                log.error("Version {} of the setting {} does not count on this node.", row.version(), row.kind(), e);
            }
        }
    }

    <T> void save(Setting<T> setting, int version, T value, String by) {
        String document = text(value);
        audit.run(
                "setting.change",
                setting.kind(),
                () -> state(setting),
                () -> write(setting.kind(), version, document, by));
        look();
    }

    private void write(String kind, int version, String document, String by) {
        boolean written = jdbc.sql("""
                        insert into setting (kind, version, document, saved_at, saved_by)
                        values (:kind, :version + 1, cast(:document as json), :now, :by)
                        on conflict (kind) do update
                        set version = excluded.version, document = excluded.document, saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        where setting.version = :version
                        """)
                        .param("kind", kind)
                        .param("version", version)
                        .param("document", document)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
        if (!written) {
            throw new ChangedMeanwhile();
        }
    }

    /** As the table has it, within the transaction that changes it. */
    private JsonNode state(Setting<?> setting) {
        List<String> stored = jdbc.sql("select document::text from setting where kind = ?")
                .param(setting.kind())
                .query(String.class)
                .list();
        try {
            return json.readTree(stored.isEmpty() ? text(setting.configured()) : stored.getFirst());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL has JSON that cannot be read.", e);
        }
    }

    <T> T read(Row row, Class<T> type) {
        try {
            return json.readValue(row.document(), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Misconfigured(
                    "The setting %s that was saved in the console cannot be read: %s Delete its row in the table setting, and save it again."
                            .formatted(row.kind(), e.getMessage()),
                    e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be kept as JSON: " + value.getClass(), e);
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("kind"),
                row.getInt("version"),
                row.getString("document"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by"));
    }
}
