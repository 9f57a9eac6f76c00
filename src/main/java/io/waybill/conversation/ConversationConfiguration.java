package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.catalog.Catalog;
import io.waybill.catalog.PicturedProducts;
import io.waybill.checkout.CheckoutSettings;
import io.waybill.checkout.CodRule;
import io.waybill.checkout.Placements;
import io.waybill.checkout.Shops;
import io.waybill.database.Node;
import io.waybill.delivery.DeliveryBands;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
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
import io.waybill.media.CustomerFiles;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.OrderDesk;
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
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WebhookPayload;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.UUID;
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
    Stores stores(Settings settings, WhatsAppChannels channels, ErpGateway erp, ModuleSwitches modules) {
        Stores stores = new Stores(settings, channels, modules);
        unless(
                stores.all().stream().noneMatch(store -> store.confirmed().equals("payment"))
                        || erp.available().contains(ErpOperation.REQUEST_PAYMENT),
                "waybill.store.confirmed is payment, but nothing has REQUEST_PAYMENT: add it to the endpoint profile, or say cod or staff.");
        return stores;
    }

    @Bean
    Shops shops(Stores stores) {
        return stores::of;
    }

    @Bean
    Placing placing(
            Placements placements, CodRule cod, Templates templates, OrderDesk desk, CheckoutSettings settings) {
        return new Placing(placements, new CodWording(cod, templates), desk, settings.usable());
    }

    @Bean
    Journal journal(JdbcClient jdbc) {
        return new Journal(jdbc);
    }

    @Bean
    Ledger ledger(JdbcClient jdbc) {
        return new Ledger(jdbc);
    }

    @Bean
    Reservations reservations(JdbcClient jdbc, ObjectMapper json) {
        return new Reservations(jdbc, json);
    }

    @Bean
    ReservationReleases reservationReleases(
            Reservations reservations, ErpGateway erp, Journal journal, ObjectMapper json, Clock clock) {
        return new ReservationReleases(reservations, erp, journal, new JournalWords(json), clock);
    }

    @Bean
    Orders orders(JdbcClient jdbc) {
        return new Orders(jdbc);
    }

    @Bean
    ChatOrders chatOrders(JdbcClient jdbc, Stores stores) {
        return new ChatOrders(jdbc, stores);
    }

    @Bean
    SentOrders sentOrders(JdbcClient jdbc, ObjectMapper json) {
        return new SentOrders(jdbc, json);
    }

    @Bean
    StaffActions staffActions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new StaffActions(jdbc, json, clock);
    }

    @Bean
    OrderActions orderActions(
            StaffActions staff,
            OrderDesk desk,
            ErpGateway erp,
            Inbox inbox,
            TransactionTemplate transaction,
            ObjectMapper json) {
        return new OrderActions(staff, desk, erp, inbox, transaction, json, UUID::randomUUID);
    }

    @Bean
    Refunds refunds(JdbcClient jdbc, Clock clock) {
        return new Refunds(jdbc, clock);
    }

    @Bean
    LedgerDoubts ledgerDoubts(JdbcClient jdbc) {
        return new LedgerDoubts(jdbc);
    }

    @Bean
    Reconciliation reconciliation(JdbcClient jdbc, ErpGateway erp, ObjectMapper json) {
        return new Reconciliation(jdbc, erp, json);
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
            PicturedProducts pictures,
            HiddenJobs hiddenJobs,
            DeliveryBands delivery,
            Stores stores,
            Templates templates,
            Ledger ledger,
            LedgerDoubts doubts,
            PaymentCallbacks payments,
            StaffActions staff,
            Placing placing,
            ChatOrders chatOrders,
            Orders orders,
            OrderNews news,
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
                new Reads(erpReads, pictures),
                files,
                catalog,
                hiddenJobs,
                delivery,
                stores,
                templates,
                ledger,
                doubts,
                payments,
                staff,
                placing,
                chatOrders,
                orders,
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
            CustomerFiles files,
            Journal journal) {
        return new ContactMerges(merges, ledger, reservations, payments, staff, placements, orders, files, journal);
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
