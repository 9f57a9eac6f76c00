package io.waybill.inbox;

import io.waybill.message.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages of customers that could not be answered. They are worked on again, or let go of, because a person says so. */
public final class DeadLetters {

    private static final String FROM = """
            from inbox i join contact k on k.id = i.contact_id
            where i.state = 'dead' and (k.phone is not null or k.user_id is not null)
            """;

    private final JdbcClient jdbc;
    private final MessageFormat format;

    DeadLetters(JdbcClient jdbc, MessageFormat format) {
        this.jdbc = jdbc;
        this.format = format;
    }

    /**
     * @param number by which people and {@link #again} call it
     * @param customer their name, if they told WhatsApp one
     * @param reason why it could not be answered
     * @param json as it came
     */
    public record DeadLetter(
            long number,
            long contactId,
            @Nullable String customer,
            Instant receivedAt,
            String reason,
            Content content,
            String json) {}

    public long count() {
        return jdbc.sql("select count(*) " + FROM).query(Long.class).single();
    }

    /** The oldest first, from the one after {@code after} on. */
    public List<DeadLetter> after(long after, int limit) {
        return jdbc.sql("""
                        select i.seq, i.contact_id, k.name, i.received_at, i.error, i.payload, k.phone_number_id
                        %s and i.seq > ? order by i.seq limit ?
                        """.formatted(FROM))
                .params(after, limit)
                .query(this::letter)
                .list();
    }

    /**
     * Puts them back into the queue, in the caller's transaction, who calls {@link Inbox#alert} after it. They come before what the
     * customer wrote later and nobody has answered yet.
     *
     * @return those that were not worked on again before
     */
    public List<Moved> again(Collection<Long> numbers) {
        // Whoever changes a conversation and its messages begins with the conversation: in another order two would wait
        // for each other.
        jdbc.sql("""
                        select c.contact_id from conversation c
                        where c.contact_id in (select contact_id from inbox where state = 'dead' and seq = any(?))
                        order by c.contact_id for update
                        """).param(array(numbers)).query(Long.class).list();
        return jdbc.sql("""
                        with back as (
                            update inbox set state = 'pending', error = null where state = 'dead' and seq = any(?)
                            returning contact_id, seq
                        ), counted as (
                            update conversation c set pending = c.pending + b.messages
                            from (select contact_id, count(*) as messages from back group by contact_id) b where c.contact_id = b.contact_id
                        )
                        select seq, contact_id from back order by seq
                        """).param(array(numbers)).query(DeadLetters::moved).list();
    }

    /**
     * Lets go of them, in the caller's transaction; why they could not be answered stays.
     *
     * @return those that nobody had seen to before
     */
    public List<Moved> discard(Collection<Long> numbers) {
        return jdbc.sql(
                        "update inbox set state = 'done' where state = 'dead' and seq = any(?) returning seq, contact_id")
                .param(array(numbers))
                .query(DeadLetters::moved)
                .list();
    }

    /** One that is no dead letter any more. */
    public record Moved(long number, long contactId) {}

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(row.getLong("seq"), row.getLong("contact_id"));
    }

    private DeadLetter letter(ResultSet row, int n) throws SQLException {
        String json = row.getString("payload");
        String reason = row.getString("error");
        return new DeadLetter(
                row.getLong("seq"),
                row.getLong("contact_id"),
                row.getString("name"),
                row.getTimestamp("received_at").toInstant(),
                reason == null ? "" : reason,
                content(row.getString("phone_number_id"), json),
                json);
    }

    /** That it cannot be read may be why it is here. */
    private Content content(String phoneNumberId, String json) {
        try {
            return format.read(phoneNumberId, json).content();
        } catch (RuntimeException e) {
            return new Content.Unknown("unreadable", List.of());
        }
    }

    private static Long[] array(Collection<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }
}
