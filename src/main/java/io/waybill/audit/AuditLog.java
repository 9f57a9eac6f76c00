package io.waybill.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Audit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The table of who did what; it is only added to. */
final class AuditLog implements Audit {

    /** Set on a request of which more is kept than that it was made. */
    static final String KEPT = AuditLog.class.getName() + ".kept";

    private static final String NOBODY = "-";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param before JSON; null: there was nothing, or it is not known
     * @param status what a request was answered with; null: more than that is known of it
     */
    record Entry(
            long id,
            Instant at,
            String who,
            @Nullable String address,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable Integer status) {}

    /** Null: whatever. */
    record Wanted(
            @Nullable String who,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before) {}

    @Override
    public <T extends @Nullable Object> T change(
            String action, String subject, Supplier<? extends @Nullable Object> state, Supplier<T> change) {
        return transaction.execute(tx -> {
            String before = text(state.get());
            T result = change.get();
            String after = text(state.get());
            if (!Objects.equals(before, after)) {
                add(caller(), action, subject, before, after, null);
            }
            return result;
        });
    }

    @Override
    public void done(String action, String subject, @Nullable Object before, @Nullable Object after) {
        add(caller(), action, subject, text(before), text(after), null);
    }

    @Override
    public void doneBy(String who, String action, String subject) {
        add(who, action, subject, null, null, null);
    }

    /** Of which nobody said more. */
    void request(String action, String subject, int status) {
        add(caller(), action, subject, null, null, status);
    }

    private void add(
            String who,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable Integer status) {
        ServletRequestAttributes request =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes known ? known : null;
        jdbc.sql("""
                        insert into audit (at, who, address, action, subject, before, after, status)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?)
                        """)
                .params(Timestamp.from(clock.instant()), who)
                .param(request == null ? null : request.getRequest().getRemoteAddr())
                .params(action, subject)
                .param(before)
                .param(after)
                .param(status)
                .update();
        if (request != null) {
            request.setAttribute(KEPT, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The newest first. */
    List<Entry> find(Wanted wanted, int limit) {
        return jdbc.sql("""
                        select id, at, who, address, action, subject, before::text as before, after::text as after, status from audit
                        where (cast(:who as text) is null or who = :who)
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:subject as text) is null or subject = :subject)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("who", wanted.who())
                .param("action", wanted.action())
                .param("subject", wanted.subject())
                .param("from", time(wanted.from()))
                .param("to", time(wanted.to()))
                .param("before", wanted.before())
                .param("limit", limit)
                .query(Entry.class)
                .list();
    }

    /** How many went, because they are older than {@code age}. */
    int forget(Duration age) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            jdbc.sql("select set_config('waybill.audit_upkeep', 'on', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql("delete from audit where at < ?")
                    .param(Timestamp.from(clock.instant().minus(age)))
                    .update();
        }));
    }

    private static @Nullable Timestamp time(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static String caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? NOBODY : who.getName();
    }

    private @Nullable String text(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be kept as JSON: " + state.getClass(), e);
        }
    }
}
