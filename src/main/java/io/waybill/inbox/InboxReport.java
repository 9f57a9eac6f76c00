package io.waybill.inbox;

import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the inbox, for people to look at. */
public final class InboxReport {

    private final JdbcClient jdbc;

    InboxReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code messages} that are kept, by WhatsApp's id. */
    public Map<String, Known> known(List<InboundMessage> messages) {
        return jdbc
                .sql("""
                        select distinct m.wamid, i.contact_id, i.state
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as m (wamid, number, phone, user_id)
                        join contact_identity k on k.phone_number_id = m.number
                            and (k.kind = 'phone' and k.value = m.phone or k.kind = 'user' and k.value = m.user_id)
                        join inbox i on i.contact_id = k.contact_id and i.wamid = m.wamid
                        """)
                .param(texts(messages, InboundMessage::id))
                .param(texts(messages, InboundMessage::phoneNumberId))
                .param(texts(messages, message -> message.sender().phone()))
                .param(texts(messages, message -> message.sender().userId()))
                .query((row, n) ->
                        Map.entry(row.getString("wamid"), new Known(row.getLong("contact_id"), row.getString("state"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** @param state pending, done or dead */
    public record Known(long contactId, String state) {}

    /** What waits now, and what came since {@code since}. */
    public Queue queue(Instant since) {
        return jdbc.sql("""
                        select w.*, (select count(*) from inbox where received_at >= to_timestamp(:since)) as received,
                            (select count(*) from conversation where queued_at is not null) as for_erp,
                            (select min(queued_at) from conversation where queued_at is not null) as for_erp_since
                        from (select count(*) as waiting, count(distinct contact_id) as customers, min(received_at) as oldest
                              from inbox where state = 'pending') w
                        """)
                .param("since", since.toEpochMilli() / 1000.0)
                .query(Queue.class)
                .single();
    }

    /**
     * @param oldest when the one came that has waited longest; null: none waits
     * @param forErp customers whose call waits until the ERP answers again, in the order in which they wait
     */
    public record Queue(
            long waiting,
            long customers,
            @Nullable Instant oldest,
            long received,
            long forErp,
            @Nullable Instant forErpSince) {}

    private static String[] texts(List<InboundMessage> messages, Function<InboundMessage, @Nullable String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }
}
