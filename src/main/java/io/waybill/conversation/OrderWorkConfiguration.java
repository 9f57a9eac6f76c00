package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.checkout.CheckoutSettings;
import io.waybill.checkout.CodRule;
import io.waybill.checkout.Placement;
import io.waybill.checkout.Placements;
import io.waybill.checkout.Shops;
import io.waybill.conversation.Settings.OwnStore;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.inbox.Inbox;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.CashNumbers;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderedGoods;
import io.waybill.setting.Setting;
import io.waybill.setup.StockRule;
import io.waybill.store.Store;
import io.waybill.store.StoreMeans;
import io.waybill.store.StoreSettings;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what chats and staff do about orders: the ledger of what the ERP is asked to write, and who asks for it. */
@Configuration(proxyBeanMethods = false)
class OrderWorkConfiguration {

    private static final Logger log = LoggerFactory.getLogger(OrderWorkConfiguration.class);
    private static final String PAYMENT_TODO = "add it to the endpoint profile, or say cod or staff.";

    @Bean
    Stores stores(
            Store store,
            Setting<StoreSettings> setting,
            Settings settings,
            WhatsAppChannels channels,
            StoreMeans means,
            ModuleSwitches modules) {
        Stores stores = new Stores(store, settings, channels, modules);
        boolean possible = means.takesPayments()
                || stores.all().stream().noneMatch(shop -> shop.confirmed().equals("payment"));
        if (setting.current().version() > 0) {
            // Whoever saved it mends it in the console, and for that the gateway has to run.
            if (!possible) {
                log.error("A store confirms orders by payment, but nothing has REQUEST_PAYMENT: {}", PAYMENT_TODO);
            }
        } else {
            unless(possible, "waybill.store.confirmed is payment, but nothing has REQUEST_PAYMENT: " + PAYMENT_TODO);
        }
        return stores;
    }

    @Bean
    StockRule stockRule(Stores stores, ErpGateway erp) {
        return channel -> new StockRule.Held(
                stores.of(channel.phoneNumberId()).reserveMinutes(),
                erp.available().contains(ErpOperation.RESERVE_STOCK));
    }

    @Bean
    StoreMeans storeMeans(ErpGateway erp, Settings settings) {
        return new StoreMeans() {
            @Override
            public boolean takesPayments() {
                return erp.available().contains(ErpOperation.REQUEST_PAYMENT);
            }

            @Override
            public boolean holdsStock() {
                return erp.available().contains(ErpOperation.RESERVE_STOCK);
            }

            @Override
            public List<String> ownStores() {
                return settings.numbers().entrySet().stream()
                        .filter(number -> !number.getValue().store().equals(OwnStore.SAME))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
            }
        };
    }

    @Bean
    Supplier<CashNumbers> cashNumbers(Stores stores) {
        return stores::cash;
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
    Ledger ledger(JdbcClient jdbc) {
        return new Ledger(jdbc);
    }

    @Bean
    KeptOfPeople ledgerOfPeople(JdbcClient jdbc) {
        return new ErasedLedger(jdbc);
    }

    @Bean
    KeptOfPeople staffActionsOnPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "staff_action",
                "select key, external_order_id, operation, request, asked_at from staff_action where contact_id = any(:contacts) order by asked_at",
                "update staff_action set request = '{}', taken_at = coalesce(taken_at, asked_at) where contact_id = any(:contacts)");
    }

    @Bean
    KeptOfPeople refundsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(jdbc, "refund_request", """
                select r.external_order_id, r.amount, r.currency, r.reason, r.requested_at, r.state, r.decided_at
                from refund_request r join order_reference o using (external_order_id) where o.contact_id = any(:contacts) order by r.id
                """, """
                update refund_request r set reason = '' from order_reference o
                where o.external_order_id = r.external_order_id and o.contact_id = any(:contacts)
                """);
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
    SentOrders sentOrders(JdbcClient jdbc, ObjectMapper json, Placements placements) {
        return new SentOrders(
                jdbc,
                json,
                key -> Placement.is(key)
                        ? placements.of(key).map(asked -> asked.placement().wanted())
                        : Optional.empty());
    }

    @Bean
    Applicants applicants(JdbcClient jdbc) {
        return new Applicants(jdbc);
    }

    @Bean
    OrderedGoods orderedGoods(SentOrders sent) {
        return sent::items;
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
    PaymentRule paymentRule(ChatOrders chats, ModuleSwitches modules, Clock clock) {
        return new PaymentRule(chats, modules, clock);
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
}
