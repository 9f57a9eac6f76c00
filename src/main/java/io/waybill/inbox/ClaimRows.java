package io.waybill.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes claims from the rows of {@code conversation} and {@code inbox}. */
final class ClaimRows {

    /** By Meta's clock, which has whole seconds; the sort is stable, so equal seconds keep the order of arrival. */
    static final Comparator<Claim.Pending> OLDEST_FIRST =
            Comparator.comparing(pending -> pending.message().sentAt());

    /** What {@link #claimed} reads, of {@code conversation c} and the last {@code contact_source s}. */
    static final String RETURNING = """
            returning c.contact_id, c.lease, c.pending, c.session, c.last_message_at, c.last_order_id, c.last_order_number,
            s.at, s.source_type, s.source_id, s.headline, s.source_url, s.ctwa_clid""";

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final MessageFormat format;

    ClaimRows(JdbcClient jdbc, Contacts contacts, MessageFormat format) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.format = format;
    }

    static Claimed claimed(ResultSet row, int n) throws SQLException {
        Timestamp lastMessageAt = row.getTimestamp("last_message_at");
        String orderId = row.getString("last_order_id");
        return new Claimed(
                row.getLong("contact_id"),
                row.getString("lease"),
                row.getInt("pending"),
                row.getString("session"),
                lastMessageAt == null ? null : lastMessageAt.toInstant(),
                orderId == null ? null : new Claim.OrderReference(orderId, row.getString("last_order_number")),
                row.getTimestamp("at") == null ? null : ContactSources.source(row));
    }

    /** Claims with their contacts and messages: two statements, however many there are. */
    List<Claim> load(List<Claimed> claimed, int messagesEach) {
        Long[] ids = claimed.stream().map(Claimed::contactId).toArray(Long[]::new);
        Map<Long, Contact> byId = contacts.byIds(ids);
        Map<Long, List<Claim.Pending>> messages = pending(ids, byId, messagesEach);
        return claimed.stream()
                .map(row -> claim(
                        row,
                        Objects.requireNonNull(byId.get(row.contactId())),
                        messages.getOrDefault(row.contactId(), List.of())))
                .toList();
    }

    Claim claim(Claimed row, Contact contact, List<Claim.Pending> messages) {
        return new Claim(
                contact, row.lease(), row.session(), row.lastMessageAt(), row.lastOrder(), row.source(), messages);
    }

    List<Claim.Pending> pending(Contact contact, int limit) {
        return pending(new Long[] {contact.id()}, Map.of(contact.id(), contact), limit)
                .getOrDefault(contact.id(), List.of());
    }

    private Map<Long, List<Claim.Pending>> pending(Long[] ids, Map<Long, Contact> contacts, int limit) {
        return jdbc
                .sql("""
                        select m.contact_id, m.payload, m.trace, m.received_at
                        from unnest(?::bigint[]) as c (id)
                        cross join lateral (
                            select contact_id, payload, trace, received_at, sent_at, seq from inbox
                            where contact_id = c.id and state = 'pending'
                              and not (select merging from conversation where contact_id = c.id)
                            order by sent_at, seq limit ?) m
                        order by m.contact_id, m.sent_at, m.seq
                        """)
                .params(ids, limit)
                .query((row, n) -> {
                    Contact contact = Objects.requireNonNull(contacts.get(row.getLong("contact_id")));
                    return Map.entry(
                            contact.id(),
                            new Claim.Pending(
                                    format.read(contact.phoneNumberId(), row.getString("payload")),
                                    row.getString("trace"),
                                    row.getTimestamp("received_at").toInstant()));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    record Claimed(
            long contactId,
            String lease,
            int pending,
            @Nullable String session,
            @Nullable Instant lastMessageAt,
            Claim.@Nullable OrderReference lastOrder,
            @Nullable Source source) {}
}
