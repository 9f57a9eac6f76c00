package io.waybill.chatlist;

import io.waybill.flow.Session;
import io.waybill.whatsapp.StoredMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the list of chats up to date with what others commit: whatever they touched is read anew, in one transaction of one node at a time.
 * What a crash leaves behind is done by the next.
 */
final class ChatHeads {

    private static final int AT_ONCE = 2_000;
    private static final int SNIPPET = 160;
    /** Of this list; any number that nobody else locks. */
    private static final long LOCK = 7_082_001L;

    /**
     * One row for each contact: what is kept of it, and the newest of what was said. Of merged contacts the messages we sent stay theirs;
     * who was erased is in no list.
     */
    private static final String NOW = """
            select c.contact_id, k.phone_number_id, k.created_at, c.session, c.last_message_at, d.assignee, coalesce(d.team, '') as team,
                d.waiting_since, d.due_at,
                i.messages, i.answered, n.payload as said, n.received_at as said_at, o.payload as ours, o.created_at as ours_at,
                o.failed, a.code as failed_code, coalesce(a.details, a.advice) as failed_why
            from conversation c join contact k on k.id = c.contact_id left join desk_chat d using (contact_id)
            left join lateral (
                select o.* from (select c.contact_id as id union all select id from contact where merged_into = c.contact_id) m
                cross join lateral (
                    select contact_id, id, payload, created_at, state = 'dead' or coalesce(delivery, '') = 'failed' as failed
                    from outbox where contact_id = m.id order by id desc limit 1) o
                order by o.id desc limit 1) o on true
            left join lateral (
                select code, details, advice from outbox_attempt
                where o.failed and contact_id = o.contact_id and id = o.id order by n desc limit 1) a on true
            left join lateral (
                select count(*) as messages, count(*) filter (where received_at <= o.created_at) as answered, max(seq) as newest
                from inbox where contact_id = c.contact_id and not starts_with(payload, '{"echo"')) i on true
            left join lateral (
                select payload, received_at from inbox where contact_id = c.contact_id and seq = i.newest) n on true
            where c.contact_id = any(?) and k.merged_into is null and coalesce(k.phone, k.user_id) is not null
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ChatHeads(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A chat that changed, and how: message, status or chat. */
    record Changed(long contactId, String kind, long version) {}

    /** Takes in what was touched until now; true when there may be more. */
    boolean refresh() {
        return Boolean.TRUE.equals(transaction.execute(tx -> mine() && takeIn()));
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean takeIn() {
        Map<Long, String> touched = touched();
        if (touched.isEmpty()) {
            return false;
        }
        Long[] ids = touched.keySet().toArray(Long[]::new);
        List<Head> heads = jdbc.sql(NOW).param(ids).query(ChatHeads::head).list();
        save(heads, touched);
        jdbc.sql("""
                        delete from chat_head where contact_id in (
                            select id from contact where id = any(:ids) and (merged_into is not null or coalesce(phone, user_id) is null)
                            union all select id from contact where merged_into = any(:ids))
                        """).param("ids", ids).update();
        return true;
    }

    private Map<Long, String> touched() {
        return jdbc
                .sql("""
                        with taken as (
                            delete from chat_touch where ctid = any(array(select ctid from chat_touch limit ?)) returning contact_id, kind
                        )
                        select coalesce(k.merged_into, k.id) as contact_id,
                            case when bool_or(t.kind = 'message') then 'message' when bool_or(t.kind = 'chat') then 'chat' else 'status' end
                        from taken t join contact k on k.id = t.contact_id group by 1
                        """)
                .param(AT_ONCE)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A chat whose last words were deleted for their age keeps its place, and when they were. */
    private void save(List<Head> heads, Map<Long, String> touched) {
        if (heads.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into chat_head as h (contact_id, at, messages, answered, snippet, snippet_at, snippet_by_us, wrote_at, human, flow,
                            step, assignee, team, waiting_since, due_at, failed_code, failed, kind, version)
                        select contact_id, to_timestamp(at / 1e6), messages, answered, snippet, to_timestamp(snippet_at / 1e6), by_us,
                            to_timestamp(wrote_at / 1e6), human, flow, step, assignee, team, to_timestamp(since / 1e6), to_timestamp(due / 1e6),
                            code, failed, kind, nextval('chat_change')
                        from unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::text[], ?::bigint[], ?::boolean[], ?::bigint[], ?::boolean[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                            as n (contact_id, at, messages, answered, snippet, snippet_at, by_us, wrote_at, human, flow, step, assignee, team,
                                since, due, code, failed, kind)
                        on conflict (contact_id) do update
                        set at = greatest(h.at, excluded.at), messages = excluded.messages, answered = excluded.answered,
                            snippet = excluded.snippet, snippet_at = greatest(h.snippet_at, excluded.snippet_at), snippet_by_us = excluded.snippet_by_us, wrote_at = excluded.wrote_at,
                            human = excluded.human, flow = excluded.flow, step = excluded.step, assignee = excluded.assignee,
                            team = excluded.team, waiting_since = excluded.waiting_since, due_at = excluded.due_at,
                            failed_code = excluded.failed_code, failed = excluded.failed, kind = excluded.kind, version = excluded.version
                        """)
                .param(of(heads, Head::contactId, Long[]::new))
                .param(of(heads, head -> micros(head.at()), Long[]::new))
                .param(of(heads, Head::messages, Integer[]::new))
                .param(of(heads, Head::answered, Integer[]::new))
                .param(of(heads, Head::snippet, String[]::new))
                .param(of(heads, head -> micros(head.snippetAt()), Long[]::new))
                .param(of(heads, Head::byUs, Boolean[]::new))
                .param(of(heads, head -> micros(head.wroteAt()), Long[]::new))
                .param(of(heads, Head::human, Boolean[]::new))
                .param(of(heads, Head::flow, String[]::new))
                .param(of(heads, Head::step, String[]::new))
                .param(of(heads, Head::assignee, String[]::new))
                .param(of(heads, Head::team, String[]::new))
                .param(of(heads, head -> micros(head.waitingSince()), Long[]::new))
                .param(of(heads, head -> micros(head.dueAt()), Long[]::new))
                .param(of(heads, Head::failedCode, Integer[]::new))
                .param(of(heads, Head::failed, String[]::new))
                .param(of(heads, head -> touched.getOrDefault(head.contactId(), "chat"), String[]::new))
                .update();
    }

    /** The version of the newest change. */
    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from chat_head")
                .query(Long.class)
                .single();
    }

    /** What changed after that version, in its order; a chat that changed more than once, once. */
    List<Changed> after(long version) {
        return jdbc.sql("select contact_id, kind, version from chat_head where version > ? order by version limit 1000")
                .param(version)
                .query(Changed.class)
                .list();
    }

    private static @Nullable Long micros(@Nullable OffsetDateTime time) {
        return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
    }

    private static <T, V> V[] of(List<T> rows, Function<T, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        OffsetDateTime saidAt = time(row, "said_at");
        OffsetDateTime oursAt = time(row, "ours_at");
        boolean byUs = saidAt == null || oursAt != null && oursAt.isAfter(saidAt);
        OffsetDateTime wroteAt = time(row, "last_message_at");
        OffsetDateTime made = row.getObject("created_at", OffsetDateTime.class);
        Place place = Place.of(row.getString("session"));
        boolean failed = row.getBoolean("failed");
        OffsetDateTime at = saidAt != null ? saidAt : oursAt != null ? oursAt : made;
        return new Head(
                row.getLong("contact_id"),
                at,
                row.getInt("messages"),
                row.getInt("answered"),
                snippet(byUs ? ours(row.getString("ours")) : said(row)),
                byUs && oursAt != null ? oursAt : at,
                byUs,
                wroteAt,
                place.human(),
                place.flow(),
                place.step(),
                row.getString("assignee"),
                row.getString("team"),
                time(row, "waiting_since"),
                time(row, "due_at"),
                failed ? row.getObject("failed_code", Integer.class) : null,
                failed ? row.getString("failed_why") : null);
    }

    private static String said(ResultSet row) throws SQLException {
        String payload = row.getString("said");
        return payload == null || payload.equals("{}")
                ? ""
                : Readable.inbound(row.getString("phone_number_id"), payload)
                        .map(message -> {
                            String words = InboundWords.of(message.content());
                            return words.isBlank() ? "[" + InboundWords.type(message.content()) + "]" : words;
                        })
                        .orElse("");
    }

    private static String ours(@Nullable String payload) {
        if (payload == null || payload.equals("{}")) {
            return "";
        }
        StoredMessage stored = StoredMessage.read(payload);
        return stored.text().isBlank() ? "[" + stored.type() + "]" : stored.text();
    }

    /** One line, as long as a list has room for; U+0000 is text that PostgreSQL does not take. */
    private static String snippet(String text) {
        String line = text.replace('\u0000', ' ').replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SNIPPET
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SNIPPET)) + "…";
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    /** Where the conversation stands. */
    private record Place(
            boolean human, @Nullable String flow, @Nullable String step) {

        static Place of(@Nullable String stored) {
            if (stored == null) {
                return new Place(false, null, null);
            }
            Session session = Session.fromJson(stored);
            Session.Place at = session.place();
            return new Place(session.isWithPerson(), at == null ? null : at.flow(), at == null ? null : at.step());
        }
    }

    private record Head(
            long contactId,
            OffsetDateTime at,
            int messages,
            int answered,
            String snippet,
            OffsetDateTime snippetAt,
            boolean byUs,
            @Nullable OffsetDateTime wroteAt,
            boolean human,
            @Nullable String flow,
            @Nullable String step,
            @Nullable String assignee,
            String team,
            @Nullable OffsetDateTime waitingSince,
            @Nullable OffsetDateTime dueAt,
            @Nullable Integer failedCode,
            @Nullable String failed) {}
}
