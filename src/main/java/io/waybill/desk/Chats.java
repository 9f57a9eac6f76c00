package io.waybill.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which chats people have something to do with: whose they are, and whose customer waits. */
final class Chats {

    private static final String ROWS =
            "select contact_id, team, assignee, waiting_since, due_at, reason, told_closed from desk_chat where contact_id = ";

    private final JdbcClient jdbc;

    Chats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param waitingSince since when its customer waits for a person; null: not now
     * @param dueAt until when they should be answered
     * @param toldClosed the beginning of the closed hours in which they were told of them last
     */
    record Chat(
            long contactId,
            String team,
            @Nullable String assignee,
            @Nullable Instant waitingSince,
            @Nullable Instant dueAt,
            @Nullable String reason,
            @Nullable Instant toldClosed) {

        /** The same as this team's. */
        Chat of(String other) {
            return new Chat(contactId, other, assignee, waitingSince, dueAt, reason, toldClosed);
        }
    }

    Optional<Chat> find(long contactId) {
        return jdbc.sql(ROWS + "?").param(contactId).query(Chats::chat).optional();
    }

    /** As they are, made with this team where there are none; nobody else changes them until the caller's transaction ends. */
    Map<Long, Chat> hold(Collection<Long> contactIds, String team) {
        Long[] ids = contactIds.stream().distinct().sorted().toArray(Long[]::new);
        jdbc.sql("""
                        insert into desk_chat (contact_id, team) select id, ? from unnest(cast(? as bigint[])) with ordinality as c (id, n)
                        order by n on conflict do nothing
                        """).param(team).param(ids).update();
        return jdbc.sql(ROWS + "any(?) order by contact_id for update").param(ids).query(Chats::chat).list().stream()
                .collect(Collectors.toMap(Chat::contactId, Function.identity()));
    }

    /** Writes all of it, in the caller's transaction, who holds it. */
    void save(Chat chat) {
        jdbc.sql("""
                        update desk_chat set team = :team, assignee = :assignee, waiting_since = :since, due_at = :due, reason = :reason,
                            told_closed = :told
                        where contact_id = :contact
                        """)
                .param("team", chat.team())
                .param("assignee", chat.assignee(), Types.VARCHAR)
                .param("since", timestamp(chat.waitingSince()), Types.TIMESTAMP)
                .param("due", timestamp(chat.dueAt()), Types.TIMESTAMP)
                .param("reason", chat.reason(), Types.VARCHAR)
                .param("told", timestamp(chat.toldClosed()), Types.TIMESTAMP)
                .param("contact", chat.contactId())
                .update();
    }

    /** Their customers wait for nobody any more, in the caller's transaction. */
    void waitNoMore(Collection<Long> contactIds) {
        if (!contactIds.isEmpty()) {
            jdbc.sql("""
                            update desk_chat set waiting_since = null, due_at = null, reason = null
                            where contact_id = any(?) and waiting_since is not null
                            """).param(contactIds.toArray(Long[]::new)).update();
        }
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("""
                        insert into desk_chat as c
                        select :to, team, assignee, waiting_since, due_at, reason, told_closed from desk_chat where contact_id = :from
                        on conflict (contact_id) do update
                        set assignee = coalesce(c.assignee, excluded.assignee), waiting_since = least(c.waiting_since, excluded.waiting_since),
                            due_at = least(c.due_at, excluded.due_at), reason = coalesce(c.reason, excluded.reason),
                            told_closed = greatest(c.told_closed, excluded.told_closed)
                        """).param("to", to).param("from", from).update();
        jdbc.sql("delete from desk_chat where contact_id = ?").param(from).update();
    }

    private static Chat chat(ResultSet row, int n) throws SQLException {
        return new Chat(
                row.getLong("contact_id"),
                row.getString("team"),
                row.getString("assignee"),
                instant(row.getTimestamp("waiting_since")),
                instant(row.getTimestamp("due_at")),
                row.getString("reason"),
                instant(row.getTimestamp("told_closed")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
