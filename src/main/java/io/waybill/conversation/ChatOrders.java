package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Session;
import io.waybill.flow.World;
import io.waybill.inbox.Contact;
import io.waybill.order.ChatCustomer;
import io.waybill.order.ChatCustomers;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderBook;
import io.waybill.whatsapp.Recipient;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the chat that an order was made in, and what can be told of it; nothing of somebody who was erased. */
final class ChatOrders implements OrderBook, ChatCustomers {

    private final JdbcClient jdbc;
    private final Stores stores;

    ChatOrders(JdbcClient jdbc, Stores stores) {
        this.jdbc = jdbc;
        this.stores = stores;
    }

    @Override
    public Optional<ChatOrder> find(String externalOrderId) {
        return jdbc.sql("""
                        select c.id, c.phone_number_id, c.phone, c.user_id, c.name, v.session, v.last_message_at, r.order_number as number,
                            r.total, r.currency
                        from order_reference r join contact c on c.id = r.contact_id left join conversation v on v.contact_id = c.id
                        where r.external_order_id = :order and (c.phone is not null or c.user_id is not null)
                        """)
                .param("order", externalOrderId)
                .query((row, n) -> order(externalOrderId, row))
                .optional();
    }

    @Override
    public Optional<ChatCustomer> customer(long contactId) {
        return jdbc.sql("""
                        select c.id, c.phone_number_id, c.phone, c.user_id, c.name, v.session, v.last_message_at
                        from contact c left join conversation v on v.contact_id = c.id
                        where c.id = (select coalesce(merged_into, id) from contact where id = ?)
                            and (c.phone is not null or c.user_id is not null)
                        """).param(contactId).query((row, n) -> customer(row)).optional();
    }

    private static ChatCustomer customer(ResultSet row) throws SQLException {
        Contact contact = contact(row);
        return new ChatCustomer(
                contact.id(),
                contact.phoneNumberId(),
                new Recipient(contact.phone(), contact.userId()),
                contact.name(),
                language(row, contact),
                writtenAt(row));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("phone_number_id"),
                row.getString("phone"),
                row.getString("user_id"),
                row.getString("name"));
    }

    private static @Nullable String language(ResultSet row, Contact contact) throws SQLException {
        String session = row.getString("session");
        String chosen = session == null ? null : Session.fromJson(session).language();
        return chosen == null ? HomeLanguage.of(contact) : chosen;
    }

    private static @Nullable Instant writtenAt(ResultSet row) throws SQLException {
        Timestamp written = row.getTimestamp("last_message_at");
        return written == null ? null : written.toInstant();
    }

    /** An order that has just been made, as the ERP answered. */
    ChatOrder made(
            Contact contact, Session session, @Nullable Instant lastMessageAt, JsonNode request, JsonNode reply) {
        JsonNode totals = request.path("totals");
        return order(
                reply.path("external_order_id").asText(),
                reply.path("order_number").asText(null),
                totals.path("total").isNumber() ? totals.path("total").decimalValue() : null,
                totals.path("currency").textValue(),
                contact,
                session.language(),
                lastMessageAt);
    }

    private ChatOrder order(String externalOrderId, ResultSet row) throws SQLException {
        Contact contact = contact(row);
        return order(
                externalOrderId,
                row.getString("number"),
                row.getBigDecimal("total"),
                row.getString("currency"),
                contact,
                language(row, contact),
                writtenAt(row));
    }

    private ChatOrder order(
            String externalOrderId,
            @Nullable String number,
            @Nullable BigDecimal total,
            @Nullable String currency,
            Contact contact,
            @Nullable String chosenLanguage,
            @Nullable Instant lastMessageAt) {
        World.Store store = stores.of(contact.phoneNumberId());
        return new ChatOrder(
                externalOrderId,
                number,
                total,
                currency,
                contact.id(),
                contact.phoneNumberId(),
                new Recipient(contact.phone(), contact.userId()),
                contact.name(),
                chosenLanguage == null ? HomeLanguage.of(contact) : chosenLanguage,
                lastMessageAt,
                store.name(),
                store.pickupAddress());
    }
}
