package io.waybill.chatlist;

import io.waybill.desk.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of chats as one person sees it. */
final class ChatList {

    private static final String ROWS = """
            select h.*, k.name, k.phone, k.phone_number_id,
                greatest(0, h.messages - greatest(h.answered, coalesce(r.messages, 0))) as unread
            from chat_head h join contact k on k.id = h.contact_id
                left join chat_read r on r.contact_id = h.contact_id and r.username = :me
            """;

    private static final String UNREAD = "h.messages > greatest(h.answered, coalesce(r.messages, 0))";

    private final JdbcClient jdbc;

    ChatList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which chats; each has an index in the order of the list. */
    enum Filter {
        MINE("h.assignee = :me"),
        UNASSIGNED("h.assignee is null and (h.human or h.waiting_since is not null)"),
        BOT("not h.human"),
        HUMAN("h.human"),
        WAITING("h.waiting_since is not null"),
        ALL("true");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param search in names, at the end of phone numbers and in the last words of chats; empty: all
     * @param after the place of the last one of an earlier page; null: from the top
     */
    record Wanted(
            Filter filter,
            String search,
            boolean unread,
            @Nullable Cursor after,
            int limit) {}

    /** A place in the list. */
    record Cursor(Instant at, long contactId) {

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + contactId;
        }

        static Optional<Cursor> read(String text) {
            if (!text.matches("\\d{1,18}\\.\\d{1,18}")) {
                return Optional.empty();
            }
            String[] parts = text.split("\\.");
            return Optional.of(new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1])));
        }
    }

    /** One row, as it is kept. */
    record Row(
            long contactId,
            String phoneNumberId,
            @Nullable String name,
            @Nullable String phone,
            Instant at,
            int messages,
            int unread,
            String snippet,
            Instant snippetAt,
            boolean byUs,
            @Nullable Instant wroteAt,
            boolean human,
            @Nullable String flow,
            @Nullable String step,
            @Nullable String assignee,
            String team,
            @Nullable Instant waitingSince,
            @Nullable Instant dueAt,
            @Nullable Integer failedCode,
            @Nullable String failed) {}

    /** @param unread chats with a person, or that wait for one, of this person or of nobody in their teams, with something new in them */
    record Counts(long mine, long unassigned, long bot, long human, long waiting, long all, long unread) {}

    List<Row> page(String me, Wanted wanted) {
        String digits = wanted.search().replaceAll("[^0-9]", "");
        Cursor after = wanted.after();
        return jdbc.sql(ROWS + "where " + wanted.filter().condition
                        + (wanted.unread() ? " and " + UNREAD : "")
                        + (after == null ? "" : " and (h.at, h.contact_id) < (:at, :contact)")
                        + (wanted.search().isBlank()
                                ? ""
                                : " and (k.name ilike :words or h.snippet ilike :words or (:digits <> '' and right(k.phone, length(:digits)) = :digits))")
                        + " order by h.at desc, h.contact_id desc limit :limit")
                .param("me", me)
                .param("at", (after == null ? Instant.EPOCH : after.at()).atOffset(ZoneOffset.UTC))
                .param("contact", after == null ? 0 : after.contactId())
                .param("words", "%" + wanted.search().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("digits", digits.length() < 3 ? "" : digits)
                .param("limit", wanted.limit())
                .query(ChatList::row)
                .list();
    }

    /** Of the contact, or of the one it was merged into. */
    Optional<Row> find(String me, long contactId) {
        return jdbc.sql(ROWS
                        + "where h.contact_id = (select coalesce(merged_into, id) from contact where id = :contact)")
                .param("me", me)
                .param("contact", contactId)
                .query(ChatList::row)
                .optional();
    }

    /** @param mine the teams whose chats they hear of where nobody has them */
    Counts counts(String me, Membership mine) {
        return jdbc.sql("""
                        select (select count(*) from chat_head h where h.assignee = :me) as mine,
                            (select count(*) from chat_head h where h.assignee is null and (h.human or h.waiting_since is not null)) as unassigned,
                            (select count(*) from chat_head) - (select count(*) from chat_head h where h.human) as bot,
                            (select count(*) from chat_head h where h.human) as human,
                            (select count(*) from chat_head h where h.waiting_since is not null) as waiting,
                            (select count(*) from chat_head) as all,
                            (select count(*) from chat_head h left join chat_read r on r.contact_id = h.contact_id and r.username = :me
                             where (h.human or h.waiting_since is not null) and %s and (h.assignee = :me or h.assignee is null
                                 and case when h.team = any(:teams) then h.team = any(:theirs) else :usual end)) as unread
                        """.formatted(UNREAD))
                .param("me", me)
                .param("teams", mine.teams().toArray(String[]::new))
                .param("theirs", mine.theirs().toArray(String[]::new))
                .param("usual", mine.usual())
                .query(Counts.class)
                .single();
    }

    /** They have seen all that the customer wrote until now. */
    void read(String me, long contactId) {
        jdbc.sql("""
                        insert into chat_read (username, contact_id, messages)
                        select :me, h.contact_id, h.messages from chat_head h
                        where h.contact_id = (select coalesce(merged_into, id) from contact where id = :contact)
                        on conflict (username, contact_id) do update set messages = excluded.messages
                        """).param("me", me).param("contact", contactId).update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("contact_id"),
                row.getString("phone_number_id"),
                row.getString("name"),
                row.getString("phone"),
                row.getTimestamp("at").toInstant(),
                row.getInt("messages"),
                row.getInt("unread"),
                row.getString("snippet"),
                row.getTimestamp("snippet_at").toInstant(),
                row.getBoolean("snippet_by_us"),
                time(row, "wrote_at"),
                row.getBoolean("human"),
                row.getString("flow"),
                row.getString("step"),
                row.getString("assignee"),
                row.getString("team"),
                time(row, "waiting_since"),
                time(row, "due_at"),
                row.getObject("failed_code", Integer.class),
                row.getString("failed"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
