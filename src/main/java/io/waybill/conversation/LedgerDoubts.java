package io.waybill.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The writes of the ledger of which it is not known whether the ERP executed them, and what people decided about them. */
final class LedgerDoubts {

    private final JdbcClient jdbc;

    LedgerDoubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A write to look up in the ERP.
     *
     * @param key our reference for it there
     * @param state {@code open} or {@code unknown} while it is asked about by itself, {@code manual} when only a person can tell
     * @param nextAttemptAt when it is asked about next; null: not any more
     */
    record Doubt(
            long contactId,
            String key,
            String operation,
            String state,
            @OnlyFor(Permission.PERSONAL_DATA) @JsonRawValue String request,
            @Nullable String reason,
            int attempts,
            Instant openedAt,
            @Nullable Instant nextAttemptAt) {

        boolean isManual() {
            return state.equals("manual");
        }
    }

    /** Those that have waited longest first. */
    List<Doubt> all(int limit) {
        return jdbc.sql("""
                        select contact_id, key, operation, state, request, reason, attempts, opened_at, next_attempt_at
                        from (
                            (select * from ledger where state in ('open', 'unknown') and decision is null)
                            union all
                            (select * from ledger where state = 'manual')
                        ) doubts order by opened_at limit ?
                        """).param(limit).query(LedgerDoubts::doubt).list();
    }

    /** Empty when there is no such write, or no doubt about it. */
    Optional<Doubt> find(long contactId, String key) {
        return jdbc.sql("""
                        select contact_id, key, operation, state, request, reason, attempts, opened_at, next_attempt_at
                        from ledger where contact_id = ? and key = ? and state in ('open', 'unknown', 'manual') and decision is null
                        """).params(contactId, key).query(LedgerDoubts::doubt).optional();
    }

    /**
     * Keeps what a person found. A write that is asked about by itself goes on with it at once; one that was given up is closed.
     *
     * @param answer the contract's answer as JSON; null when the ERP has not executed it
     * @return false when somebody or something else was quicker
     */
    boolean decide(Doubt doubt, String decision, @Nullable String answer, String by, Instant now) {
        return jdbc.sql("""
                                update ledger set decision = :decision, decided_by = :by, decided_at = :now,
                                    state = case when state = 'manual' then :closed else state end,
                                    reply = case when state = 'manual' then :answer else reply end,
                                    next_attempt_at = case when state = 'manual' then null else cast(:now as timestamptz) end
                                where contact_id = :contact and key = :key and state = :state and decision is null
                                """)
                        .param("decision", decision)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("closed", answer == null ? "down" : "ok")
                        .param("answer", answer)
                        .param("contact", doubt.contactId())
                        .param("key", doubt.key())
                        .param("state", doubt.state())
                        .update()
                == 1;
    }

    /** What a person decided about a write; empty when nobody has. */
    Optional<String> decision(long contactId, String key) {
        return jdbc.sql("select decision from ledger where contact_id = ? and key = ? and decision is not null")
                .params(contactId, key)
                .query(String.class)
                .optional();
    }

    private static Doubt doubt(ResultSet row, int n) throws SQLException {
        var next = row.getTimestamp("next_attempt_at");
        return new Doubt(
                row.getLong("contact_id"),
                row.getString("key"),
                row.getString("operation"),
                row.getString("state"),
                row.getString("request"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getTimestamp("opened_at").toInstant(),
                next == null || row.getString("state").equals("manual") ? null : next.toInstant());
    }
}
