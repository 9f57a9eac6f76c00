package io.waybill.inbox;

import io.waybill.database.AgedRows;
import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.Node;
import io.waybill.database.PersonalRows;
import io.waybill.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    private static final String LEASE = "${waybill.lease:60s}";
    private static final String NAMED =
            "i.contact_id = any(:contacts) and length(i.value) > 6 and position(ltrim(i.value, '+') in u.payload) > 0";

    @Bean
    LocalNumbers localNumbers(Store store) {
        return new LocalNumbers(() -> Optional.ofNullable(store.get().country()));
    }

    @Bean
    Contacts contacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    /** A call that nobody could handle names no contact: it is found by what it says, as long as it is known who they are. */
    @Bean
    @Order(0)
    KeptOfPeople unhandledUpdatesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "unhandled_update",
                """
                select u.received_at, u.kind, u.payload from unhandled_update u
                where exists (select 1 from contact_identity i where %s) order by u.id
                """.formatted(NAMED),
                "delete from unhandled_update u using contact_identity i where " + NAMED);
    }

    /** Meta's ids of messages are their keys: they are found by those, as long as the messages have them. */
    @Bean
    @Order(0)
    KeptOfPeople identityChangesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "identity_change",
                "select c.phone_number_id, c.key from identity_change c join inbox i on i.wamid = c.key where i.contact_id = any(:contacts) order by i.seq",
                "delete from identity_change c using inbox i where i.wamid = c.key and i.contact_id = any(:contacts)");
    }

    /** A phone number is in Meta's ids of messages. Reports tell messages of people from echoes, reactions and the like by what their payload begins with or names. */
    @Bean
    KeptOfPeople messagesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "inbox",
                "select wamid, sent_at, received_at, payload from inbox where contact_id = any(:contacts) order by received_at, seq",
                """
                update inbox
                set payload = case when starts_with(payload, '{"echo"') then '{"echo":{}}'
                        else coalesce('{' || substring(payload from '"type":"(?:reaction|edit|revoke|pin|keep_in_chat|poll_update|system)"') || '}', '{}') end,
                    state = case state when 'pending' then 'done' else state end, error = null, wamid = 'erased-' || md5(wamid)
                where contact_id = any(:contacts)
                """);
    }

    /** Those that were answered. */
    @Bean
    KeptForAWhile oldMessages(JdbcClient jdbc) {
        return new AgedRows(jdbc, "inbox", "contact_id, wamid", "received_at", "t.state = 'done'");
    }

    @Bean
    KeptOfPeople conversationsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "conversation",
                "select session, last_message_at, last_order_id, last_order_number from conversation where contact_id = any(:contacts) order by contact_id",
                """
                update conversation set session = null, pending = 0, wakes_at = null, queued_at = null, last_order_id = null, last_order_number = null
                where contact_id = any(:contacts)
                """);
    }

    @Bean
    KeptOfPeople contactsOfPeople(JdbcClient jdbc, Contacts contacts) {
        PersonalRows rows = new PersonalRows(
                jdbc,
                "contact",
                "select id, phone_number_id, phone, user_id, name, created_at, marketing_stopped_at from contact where id = any(:contacts) order by id",
                "update contact set phone = null, user_id = null, name = null where id = any(:contacts)");
        return new ErasedContacts(rows, contacts);
    }

    @Bean
    KeptOfPeople identitiesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "contact_identity",
                "select phone_number_id, kind, value from contact_identity where contact_id = any(:contacts) order by phone_number_id, kind, value",
                "delete from contact_identity where contact_id = any(:contacts)");
    }

    @Bean
    KeptOfPeople sourcesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc, "contact_source", """
                select place, at, source_type, source_id, headline, source_url, ctwa_clid from contact_source
                where contact_id = any(:contacts) order by contact_id, place
                """, "delete from contact_source where contact_id = any(:contacts)");
    }

    @Bean
    ClaimRows claimRows(JdbcClient jdbc, Contacts contacts, MessageFormat format) {
        return new ClaimRows(jdbc, contacts, format);
    }

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            ClaimRows rows,
            Node node,
            Clock clock,
            @Value(LEASE) Duration lease) {
        return new Inbox(jdbc, transaction, contacts, rows, node, clock, lease);
    }

    @Bean
    InboxReport inboxReport(JdbcClient jdbc) {
        return new InboxReport(jdbc);
    }

    @Bean
    UnhandledUpdates unhandledUpdates(JdbcClient jdbc) {
        return new UnhandledUpdates(jdbc);
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, MessageFormat format) {
        return new DeadLetters(jdbc, format);
    }

    @Bean
    ContactProfiles contactProfiles(JdbcClient jdbc) {
        return new ContactProfiles(jdbc);
    }

    @Bean
    Merges merges(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new Merges(jdbc, transaction, clock);
    }

    @Bean
    PaymentCallbacks paymentCallbacks(JdbcClient jdbc, Inbox inbox, Clock clock) {
        return new PaymentCallbacks(jdbc, inbox::alert, clock);
    }

    @Bean
    Claims claims(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ClaimRows rows,
            Node node,
            Clock clock,
            @Value(LEASE) Duration lease) {
        return new Claims(jdbc, transaction, rows, node, clock, lease);
    }
}
