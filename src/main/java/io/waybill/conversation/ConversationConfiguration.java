package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.catalog.Catalog;
import io.waybill.catalog.PicturedRows;
import io.waybill.checkout.Placements;
import io.waybill.database.AgedRows;
import io.waybill.database.KeptForAWhile;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.Node;
import io.waybill.database.PersonalRows;
import io.waybill.delivery.DeliveryBands;
import io.waybill.desk.Desk;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpReads;
import io.waybill.flow.replay.TurnRecorder;
import io.waybill.hook.HookEvents;
import io.waybill.inbox.Claims;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.Merges;
import io.waybill.inbox.MessageFormat;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.job.HiddenJobs;
import io.waybill.job.JobFlows;
import io.waybill.media.CustomerFiles;
import io.waybill.order.OrderLife;
import io.waybill.order.OrderNews;
import io.waybill.outbox.KnownNumbers;
import io.waybill.outbox.NumberLimits;
import io.waybill.outbox.NumberPaces;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.Recipients;
import io.waybill.outbox.Sender;
import io.waybill.outbox.SenderLimits;
import io.waybill.revision.LiveSessions;
import io.waybill.revision.PublishedFlows;
import io.waybill.service.ServiceSessions;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WebhookPayload;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the data path together, from the inbox to the outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class ConversationConfiguration {

    @Bean
    MessageFormat messageFormat() {
        return WebhookPayload::stored;
    }

    @Bean
    Recipients recipients(JdbcClient jdbc) {
        return new KnownRecipients(jdbc);
    }

    @Bean
    KnownNumbers knownNumbers(Contacts contacts) {
        return contacts::reachedAs;
    }

    @Bean
    LiveSessions liveSessions(JdbcClient jdbc) {
        return new SessionPlaces(jdbc);
    }

    @Bean
    Journal journal(JdbcClient jdbc) {
        return new Journal(jdbc);
    }

    /** Of turns stay the marks that reports count, of what else they count the row. */
    @Bean
    KeptOfPeople journalOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "journal",
                "select id, at, kind, body from journal where contact_id = any(:contacts) order by id",
                "delete from journal where contact_id = any(:contacts) and kind not in ('turn', 'seen', 'handover')",
                """
                update journal
                set body = case when kind = 'turn' and starts_with(body, '{"marks":{') then split_part(body, '}', 1) || '}}'
                        when kind = 'seen' and starts_with(body, '{"type":"staff"') then '{"type":"staff"}'
                        when kind = 'handover' then '{"reason":""}' else '{}' end
                where contact_id = any(:contacts)
                """);
    }

    @Bean
    KeptForAWhile oldJournal(JdbcClient jdbc) {
        return new AgedRows(jdbc, "journal", "contact_id, id", "at", "true");
    }

    @Bean
    ConversationMeters conversationMeters(MeterRegistry registry, Clock clock) {
        return new ConversationMeters(registry, clock);
    }

    @Bean
    TurnWriter turnWriter(
            Claims claims,
            Outbox outbox,
            Sender sender,
            Ledger ledger,
            Reservations reservations,
            PaymentCallbacks payments,
            StaffActions staff,
            Placements placements,
            OrderNews news,
            OrderLife orders,
            HookEvents hooks,
            Desk desk,
            Carts carts,
            FlowResults results,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        return new TurnWriter(
                claims,
                outbox,
                sender,
                ledger,
                reservations,
                payments,
                staff,
                placements,
                news,
                orders,
                hooks,
                desk,
                carts,
                results,
                journal,
                transaction,
                clock);
    }

    @Bean
    Surroundings surroundings(
            Claims claims,
            Contacts contacts,
            PublishedFlows flows,
            ErpGateway erp,
            ErpReads erpReads,
            CustomerFiles files,
            Catalog catalog,
            List<PicturedRows> pictures,
            HiddenJobs hiddenJobs,
            JobFlows jobFlows,
            DeliveryBands delivery,
            Stores stores,
            Templates templates,
            Ledger ledger,
            LedgerDoubts doubts,
            PaymentCallbacks payments,
            StaffActions staff,
            Placing placing,
            Desk desk,
            Carts carts,
            ChatOrders chatOrders,
            Orders orders,
            AskedAbout asked,
            OrderNews news,
            OrderLife orderLife,
            TurnWriter turns,
            ConversationMeters meters,
            ObjectMapper json,
            Sessions sessions,
            TransactionTemplate transaction,
            CloudApi whatsApp,
            Settings settings,
            Clock clock) {
        return new Surroundings(
                claims,
                contacts,
                flows,
                erp,
                new Reads(erpReads, pictures, orderLife),
                files,
                catalog,
                hiddenJobs,
                jobFlows,
                delivery,
                stores,
                templates,
                ledger,
                doubts,
                payments,
                staff,
                placing,
                desk,
                carts,
                chatOrders,
                orders,
                asked,
                news,
                new Resolution(erp::idempotency, erp.settle()),
                turns,
                new JournalWords(json),
                new TurnRecorder(),
                meters,
                json,
                sessions,
                transaction,
                whatsApp,
                settings.usable().typingAfter(),
                settings.patience(),
                settings.staffPause(),
                clock);
    }

    @Bean
    Conversations conversations(Settings settings, Surroundings surroundings) {
        return new Conversations(
                settings.usable().contactsAtOnce(), claim -> new ContactWork(surroundings, claim).run());
    }

    @Bean
    Sweeper sweeper(
            Inbox inbox,
            Claims claims,
            Ledger ledger,
            PaymentCallbacks payments,
            StaffActions staff,
            Placements placements,
            Carts carts,
            Outbox outbox,
            Sender sender,
            NumberLimits numbers,
            NumberPaces paces,
            Conversations conversations,
            ReservationReleases releases,
            ContactMerges merges,
            Node node,
            MeterRegistry registry,
            Clock clock,
            Settings settings,
            SenderLimits limits) {
        return new Sweeper(
                new Backlog(
                        merges,
                        claims,
                        ledger,
                        new PaymentNews(payments, ledger, claims),
                        staff,
                        placements,
                        carts,
                        outbox,
                        sender,
                        conversations),
                new Takeover(node, claims, outbox, numbers, paces, limits.reconcile()),
                new BacklogMeters(registry, inbox, outbox, ledger),
                releases,
                claims,
                conversations,
                clock,
                settings.lease());
    }

    @Bean
    ContactMerges contactMerges(
            Merges merges,
            Ledger ledger,
            Reservations reservations,
            PaymentCallbacks payments,
            StaffActions staff,
            Placements placements,
            OrderLife orders,
            ServiceSessions services,
            CustomerFiles files,
            Journal journal,
            Desk desk,
            Carts carts) {
        return new ContactMerges(
                merges,
                ledger,
                reservations,
                payments,
                staff,
                placements,
                orders,
                services,
                files,
                journal,
                desk,
                carts);
    }

    @Bean
    Work work(Inbox inbox, Conversations conversations, Sweeper sweeper) {
        return new Work(inbox, conversations, sweeper);
    }

    @Bean
    Sessions sessions(@Qualifier("ids") Supplier<String> ids, ObjectMapper json) {
        return new Sessions(ids, json);
    }

    @Bean
    Recordings recordings(JdbcClient jdbc, Journal journal, PublishedFlows flows) {
        return new Recordings(jdbc, journal, flows);
    }

    @Bean
    ConversationViews conversationViews(JdbcClient jdbc, Journal journal, ObjectMapper json, Sessions sessions) {
        return new ConversationViews(jdbc, journal, new JournalWords(json), sessions);
    }

    /** Begins when the whole application is up, and ends before anything it needs does. */
    static final class Work implements SmartLifecycle {

        private static final long LONGEST_END_MILLIS = 20_000;

        private final Inbox inbox;
        private final Conversations conversations;
        private final Sweeper sweeper;
        private volatile boolean running;

        Work(Inbox inbox, Conversations conversations, Sweeper sweeper) {
            this.inbox = inbox;
            this.conversations = conversations;
            this.sweeper = sweeper;
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            inbox.handTo(conversations);
            sweeper.start();
            running = true;
        }

        /** The work starts with {@link #begin}: before that the server's port is not known. */
        @Override
        public void start() {}

        @Override
        public void stop() {
            running = false;
            try {
                sweeper.close();
                conversations.close(LONGEST_END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
