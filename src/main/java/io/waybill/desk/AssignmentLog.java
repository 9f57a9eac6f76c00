package io.waybill.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who had which chat and which order when, and who said so; rows are only added. */
final class AssignmentLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is assigned. */
    enum Kind {
        ORDER,
        CHAT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param by who said so; null: it was their turn, or the other things of that customer were theirs
     */
    record AssignmentChange(
            Instant at,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by) {}

    /** In the caller's transaction. */
    void add(Kind kind, String subject, @Nullable String from, @Nullable String to, @Nullable String by) {
        jdbc.sql("insert into desk_assignment (kind, subject, before, after, said_by, at) values (?, ?, ?, ?, ?, ?)")
                .params(kind.key(), subject)
                .params(from, to, by)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<AssignmentChange> of(Kind kind, String subject) {
        return jdbc.sql(
                        "select at, before, after, said_by from desk_assignment where kind = ? and subject = ? order by id")
                .params(kind.key(), subject)
                .query((row, n) -> new AssignmentChange(
                        row.getTimestamp("at").toInstant(),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("said_by")))
                .list();
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update desk_assignment set subject = ? where kind = 'chat' and subject = ?")
                .params(Long.toString(to), Long.toString(from))
                .update();
    }
}
