package io.waybill.desk;

import io.waybill.desk.AssignmentLog.Kind;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what somebody is to hear of at once, in the commit that made it so; {@link AlertBell} tells the browsers. */
final class Alerts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param assignee null: the team is to hear of it */
    record Alert(
            long id,
            Kind kind,
            String subject,
            long contactId,
            @Nullable String assignee,
            String team) {}

    /** In the caller's transaction. */
    void add(Kind kind, String subject, long contactId, @Nullable String assignee, String team) {
        jdbc.sql("""
                        insert into desk_alert (at, kind, subject, contact_id, assignee, team)
                        values (:at, :kind, :subject, :contact, :assignee, :team)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.key())
                .param("subject", subject)
                .param("contact", contactId)
                .param("assignee", assignee, Types.VARCHAR)
                .param("team", team)
                .update();
    }

    /** The number of the latest, 0 where there is none. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from desk_alert")
                .query(Long.class)
                .single();
    }

    /** Those with a higher number, in their order. */
    List<Alert> after(long id) {
        return jdbc.sql(
                        "select id, kind, subject, contact_id, assignee, team from desk_alert where id > ? order by id limit 1000")
                .param(id)
                .query((row, n) -> new Alert(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("subject"),
                        row.getLong("contact_id"),
                        row.getString("assignee"),
                        row.getString("team")))
                .list();
    }

    void forgetOld() {
        jdbc.sql("delete from desk_alert where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
