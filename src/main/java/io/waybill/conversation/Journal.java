package io.waybill.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened beside the messages, kept for people to read: ERP calls, incidents, hand-overs, texts that were not understood.
 * Rows are only added.
 */
final class Journal {

    /** What the engine was given in one turn: see {@link io.waybill.flow.replay.TurnRecorder}. */
    static final String TURN = "turn";

    private static final int PARTS_KNOWN = 20_000;

    private final JdbcClient jdbc;
    /** Parts that are certainly kept: nearly every turn names one that many have named before. */
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(PARTS_KNOWN).build();

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds entries in the caller's transaction. */
    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into journal (contact_id, at, trace, kind, body)
                        select contact_id, to_timestamp(at / 1000.0), trace, kind, body
                        from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[]) with ordinality
                            as e (contact_id, at, trace, kind, body, n)
                        order by n
                        """)
                .param(entries.stream().map(Entry::contactId).toArray(Long[]::new))
                .param(entries.stream().map(entry -> entry.at().toEpochMilli()).toArray(Long[]::new))
                .param(texts(entries, Entry::trace))
                .param(texts(entries, Entry::kind))
                .param(texts(entries, Entry::body))
                .update();
    }

    /**
     * Keeps, in the caller's transaction, those of {@code parts} that are not known to be kept.
     *
     * @param parts name to text
     * @return those that were written: {@link #kept} once the transaction is committed
     */
    Map<String, String> keep(List<Map<String, String>> parts) {
        // In one order everywhere, or two nodes would wait for each other.
        SortedMap<String, String> unknown = new TreeMap<>();
        for (Map<String, String> some : parts) {
            some.forEach((name, text) -> {
                if (known.getIfPresent(name) == null) {
                    unknown.put(name, text);
                }
            });
        }
        if (!unknown.isEmpty()) {
            jdbc.sql("""
                            insert into journal_part (name, body)
                            select name, body from unnest(?::text[], ?::text[]) with ordinality as p (name, body, n) order by n
                            on conflict do nothing
                            """)
                    .params(
                            unknown.keySet().toArray(String[]::new),
                            unknown.values().toArray(String[]::new))
                    .update();
        }
        return unknown;
    }

    void kept(Collection<String> names) {
        names.forEach(name -> known.put(name, true));
    }

    /** The turns of a contact from the earliest on that is kept, oldest first, as {@link #TURN} has them. */
    List<String> turns(long contactId, int limit) {
        return jdbc.sql("""
                        select body from (select id, body from journal
                            where contact_id = ? and kind = 'turn' order by id desc limit ?) latest
                        order by id
                        """).params(contactId, limit).query(String.class).list();
    }

    /** Name to text; what is not kept is left out. */
    Map<String, String> parts(Collection<String> names) {
        return jdbc
                .sql("select name, body from journal_part where name = any(?)")
                .param(names.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("body")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The latest entries of a contact, oldest first. */
    List<Entry> latest(long contactId, String kind, int limit) {
        return jdbc.sql("""
                        select * from (select contact_id, id, at, trace, kind, body from journal
                            where contact_id = ? and kind = ? order by id desc limit ?) latest
                        order by id
                        """)
                .params(contactId, kind, limit)
                .query(Journal::entry)
                .list();
    }

    /** The latest entries of a contact of all kinds but {@link #TURN}, oldest first. */
    List<Entry> latest(long contactId, int limit) {
        return jdbc.sql("""
                        select * from (select contact_id, id, at, trace, kind, body from journal
                            where contact_id = ? and kind <> 'turn' order by id desc limit ?) latest
                        order by id
                        """).params(contactId, limit).query(Journal::entry).list();
    }

    /** ERP calls, incidents and hand-overs of a contact before the entry {@code before}, newest first. */
    List<Numbered> before(long contactId, long before, int limit) {
        return jdbc.sql("""
                        select contact_id, id, at, trace, kind, body from journal
                        where contact_id = ? and id < ? and kind in ('erp', 'incident', 'handover') order by id desc limit ?
                        """)
                .params(contactId, before, limit)
                .query((row, n) -> new Numbered(row.getLong("id"), entry(row, n)))
                .list();
    }

    /** What the last turn of each trace came to, as {@link io.waybill.flow.replay.TurnRecorder} marks it, by trace. */
    Map<String, String> marks(long contactId, Collection<String> traces) {
        return traces.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select distinct on (trace) trace, split_part(body, '}', 1) as marks from journal
                        where contact_id = ? and kind = 'turn' and trace = any(?) order by trace, id desc
                        """)
                        .params(contactId, traces.toArray(String[]::new))
                        .query((row, n) -> Map.entry(row.getString("trace"), row.getString("marks")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Numbered(long id, Entry entry) {}

    /**
     * What customers wrote from {@code from} until before {@code to} that no flow understood, the most frequent first. Case,
     * spaces and closing punctuation make no difference.
     */
    List<UnmatchedGroup> unmatched(Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        select flow, step, mode() within group (order by text) as text, count(*) as times,
                            count(distinct contact_id) as customers, max(at) as latest
                        from (
                            select contact_id, at, body::jsonb ->> 'flow' as flow, body::jsonb ->> 'step' as step,
                                body::jsonb ->> 'text' as text
                            from journal where kind = 'unmatched' and at >= to_timestamp(?) and at < to_timestamp(?)) unmatched
                        group by flow, step, rtrim(regexp_replace(lower(btrim(text)), '\\s+', ' ', 'g'), ' .!?…')
                        order by times desc, latest desc, text
                        limit ?
                        """)
                .params(from.toEpochMilli() / 1000.0, to.toEpochMilli() / 1000.0, limit)
                .query((row, n) -> new UnmatchedGroup(
                        row.getString("flow"),
                        row.getString("step"),
                        row.getString("text"),
                        row.getInt("times"),
                        row.getInt("customers"),
                        row.getTimestamp("latest").toInstant()))
                .list();
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update journal set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("contact_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("trace"),
                row.getString("kind"),
                row.getString("body"));
    }

    /** @param body JSON text; its form depends on {@code kind}: erp, incident, handover, unmatched, seen */
    record Entry(long contactId, Instant at, String trace, String kind, String body) {}

    /**
     * Texts that say the same at the same place.
     *
     * @param flow empty at the main menu, as is {@code step}
     * @param text as most of them wrote it
     */
    record UnmatchedGroup(String flow, String step, String text, int times, int customers, Instant latest) {}
}
