package io.waybill.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.connection.Saved.Sealed;
import io.waybill.erp.ErpOperation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owns what people say of the ERP: revisions, which of them is asked, and tests. */
final class ConnectionStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Sealed>> SECRETS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ConnectionStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was saved last. */
    Optional<Saved> latest() {
        return jdbc.sql("select * from erp_connection order by revision desc limit 1")
                .query((row, n) -> saved(row))
                .optional();
    }

    Optional<Saved> find(long revision) {
        return jdbc.sql("select * from erp_connection where revision = ?")
                .param(revision)
                .query((row, n) -> saved(row))
                .optional();
    }

    /** False when somebody else has saved that revision. */
    boolean add(Saved saved) {
        return jdbc.sql("""
                            insert into erp_connection (revision, profile, text, base_url, inside, constants, secrets, saved_by, saved_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                        .params(
                                saved.revision(),
                                saved.profile(),
                                saved.text(),
                                saved.baseUrl(),
                                saved.inside(),
                                write(saved.constants()),
                                write(saved.secrets()),
                                saved.by(),
                                utc(saved.at()))
                        .update()
                == 1;
    }

    Live live() {
        return jdbc.sql("select * from erp_live")
                .query((row, n) -> live(row))
                .optional()
                .orElse(Live.CONFIGURED);
    }

    /** A number that is another one after each change; one row by its key. */
    long liveChange() {
        return jdbc.sql("select change from erp_live")
                .query(Long.class)
                .optional()
                .orElse(Live.CONFIGURED.change());
    }

    /** False when somebody else has changed it since {@code before}. */
    boolean change(Live before, Live after) {
        return jdbc.sql("""
                        insert into erp_live as live (change, revision, live_by, live_at, paused_by, paused_at)
                        values (:after, :revision, :by, :at, :pausedBy, :pausedAt)
                        on conflict (only_one) do update
                           set change = excluded.change, revision = excluded.revision,
                               live_by = excluded.live_by, live_at = excluded.live_at,
                               paused_by = excluded.paused_by, paused_at = excluded.paused_at
                         where live.change = :before
                        """)
                        .param("before", before.change())
                        .param("after", before.change() + 1)
                        .param("revision", after.revision())
                        .param("by", after.by())
                        .param("at", utc(after.at()))
                        .param(
                                "pausedBy",
                                after.pause() == null ? null : after.pause().by())
                        .param(
                                "pausedAt",
                                after.pause() == null ? null : utc(after.pause().at()))
                        .update()
                == 1;
    }

    /** Writes to the ERP in a state of those whose end is not known; the index {@code ledger_unresolved} has these few. */
    long writes(String... states) {
        return jdbc.sql("select count(*) from ledger where state in ('open', 'unknown') and state = any(?::text[])")
                .param(states)
                .query(Long.class)
                .single();
    }

    /** Keeps {@code test} in the place of the one before. */
    void tested(OperationTest test, String setUp) {
        jdbc.sql("""
                        insert into erp_test (operation, set_up, ok, status, took_ms, sentence, facts, tested_by, tested_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (operation, set_up) do update
                           set ok = excluded.ok, status = excluded.status, took_ms = excluded.took_ms, sentence = excluded.sentence,
                               facts = excluded.facts, tested_by = excluded.tested_by, tested_at = excluded.tested_at
                        """)
                .params(
                        test.operation().name(),
                        setUp,
                        test.ok(),
                        test.status(),
                        test.took().toMillis(),
                        test.sentence(),
                        test.facts().toString(),
                        test.by(),
                        utc(test.at()))
                .update();
    }

    /** The last test of each operation that is set up in one of these ways. */
    Map<ErpOperation, OperationTest> tests(Collection<String> setUps) {
        Map<ErpOperation, OperationTest> tests = new EnumMap<>(ErpOperation.class);
        jdbc.sql("select * from erp_test where set_up = any (?)")
                .param(setUps.toArray(String[]::new))
                .query((row, n) -> test(row))
                .list()
                .forEach(test -> tests.put(test.operation(), test));
        return tests;
    }

    private OperationTest test(ResultSet row) throws SQLException {
        return new OperationTest(
                ErpOperation.valueOf(row.getString("operation")),
                row.getBoolean("ok"),
                row.getObject("status", Integer.class),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("sentence"),
                facts(row.getString("facts")),
                row.getString("tested_by"),
                instant(row, "tested_at"));
    }

    private Saved saved(ResultSet row) throws SQLException {
        return new Saved(
                row.getLong("revision"),
                row.getString("profile"),
                row.getString("text"),
                row.getString("base_url"),
                row.getBoolean("inside"),
                read(row.getString("constants"), TEXTS),
                read(row.getString("secrets"), SECRETS),
                row.getString("saved_by"),
                instant(row, "saved_at"));
    }

    private static Live live(ResultSet row) throws SQLException {
        String pausedBy = row.getString("paused_by");
        return new Live(
                row.getLong("change"),
                row.getObject("revision", Long.class),
                row.getString("live_by"),
                instant(row, "live_at"),
                pausedBy == null ? null : new Live.Pause(pausedBy, instant(row, "paused_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private ObjectNode facts(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of a test is not JSON.", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was saved of the ERP is not JSON.", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is saved of the ERP cannot be written.", e);
        }
    }
}
