package io.waybill.order;

import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.erp.ErpGateway;
import io.waybill.hook.HookEvents;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.outbox.HeldFor;
import io.waybill.outbox.Posting;
import io.waybill.outbox.Unsaid;
import io.waybill.template.Mappings;
import io.waybill.template.RealExample;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OrderSettings.class, OrderLimits.class})
class OrderConfiguration {

    @Bean
    OrderNotices orderNotices(JdbcClient jdbc) {
        return new OrderNotices(jdbc);
    }

    @Bean
    Unsaid unsaidOfOrders(OrderNotices kept) {
        return kept::unsaidTo;
    }

    @Bean
    OrderNews orderNews(
            OrderNotices kept,
            Mappings mappings,
            TemplateCatalog catalog,
            Templates shipped,
            OrderSettings settings,
            Notices notices,
            @Qualifier("traces") Supplier<String> traces,
            Clock clock) {
        StatusWords words = new StatusWords(settings.statuses(), settings.payments());
        return new OrderNews(
                new NewsWording(mappings, catalog, shipped),
                kept,
                mappings,
                word -> settings.begins(words, word),
                notices,
                traces,
                clock);
    }

    @Bean
    OrderQuestions orderQuestions(Mappings mappings, TemplateCatalog catalog, Templates shipped) {
        return new OrderQuestions(new NewsWording(mappings, catalog, shipped), shipped);
    }

    @Bean
    OrderReferences orderReferences(JdbcClient jdbc) {
        return new OrderReferences(jdbc);
    }

    /** Beside where a parcel is, nothing in them tells of a person but whose they are, and the contact is nobody any more. */
    @Bean
    KeptOfPeople ordersOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "order_reference",
                """
                select external_order_id, order_number, source, status, status_at, payment, payment_at, tracking_url, total, currency, created_at
                from order_reference where contact_id = any(:contacts) order by id
                """,
                "update order_reference set tracking_url = null where contact_id = any(:contacts) and tracking_url is not null");
    }

    @Bean
    KeptOfPeople orderNoticesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "order_notice",
                "select external_order_id, status, at, state, tracking_url from order_notice where contact_id = any(:contacts) order by at, external_order_id",
                "update order_notice set tracking_url = null where contact_id = any(:contacts) and tracking_url is not null");
    }

    /** That it happened stays, of all but those the words too. */
    @Bean
    KeptOfPeople timelinesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(jdbc, "order_event", """
                select e.external_order_id, e.at, e.kind, e.before, e.after, e.detail
                from order_event e join order_reference r using (external_order_id) where r.contact_id = any(:contacts) order by e.id
                """, """
                update order_event e set before = null, after = null, detail = null from order_reference r
                where r.external_order_id = e.external_order_id and r.contact_id = any(:contacts) and e.kind in (%s)
                  and coalesce(e.before, e.after, e.detail) is not null
                """.formatted(PersonalTimeline.kinds()));
    }

    @Bean
    OrderTimeline orderTimeline(JdbcClient jdbc, Clock clock) {
        return new OrderTimeline(jdbc, clock);
    }

    @Bean
    OrderLife orderLife(
            OrderReferences references,
            OrderTimeline timeline,
            OrderBook book,
            OrderNews news,
            Posting posting,
            HookEvents hooks,
            List<PaidOrders> paid,
            OrderDuty duty,
            DeliveredOrders feedback,
            TransactionTemplate transaction,
            OrderSettings settings,
            Clock clock) {
        return new OrderLife(
                references,
                timeline,
                book,
                news,
                posting,
                hooks,
                paid,
                duty,
                feedback,
                transaction,
                settings.usable(),
                clock);
    }

    @Bean
    OrderAsking orderAsking(ErpGateway erp, OrderLife life, Clock clock) {
        return new OrderAsking(erp, life, clock);
    }

    @Bean
    OrderPolling orderPolling(OrderReferences references, OrderAsking asking, OrderSettings settings, Clock clock) {
        return new OrderPolling(references, asking, settings, clock);
    }

    @Bean
    RealExample realOrders(OrderBook book, OrderReferences references) {
        return new OrderExample(book, references);
    }

    @Bean
    SeenOrders seenOrders(JdbcClient jdbc, Clock clock) {
        return new SeenOrders(jdbc, clock);
    }

    @Bean
    OrderBell orderBell(JdbcClient jdbc, LiveEvents live) {
        return new OrderBell(jdbc, live);
    }

    @Bean
    NewsAgain newsAgain(
            OrderNotices kept, OrderNews news, OrderBook orders, Posting posting, TransactionTemplate transaction) {
        return new NewsAgain(kept, news, orders, posting, transaction);
    }

    @Bean
    OrderDesk orderDesk(
            OrderList orders,
            OrderReferences references,
            OrderTimeline timeline,
            HookEvents hooks,
            OrderSettings settings,
            Clock clock) {
        return new OrderDesk(orders, references, timeline, hooks, settings, clock);
    }

    @Bean
    OrderList orderList(JdbcClient jdbc, Clock clock) {
        return new OrderList(jdbc, clock);
    }

    @Bean
    HeldNews heldNews(
            OrderNotices kept,
            OrderNews news,
            OrderBook orders,
            Posting posting,
            TransactionTemplate transaction,
            HeldFor heldFor,
            Clock clock) {
        return new HeldNews(kept, news, orders, posting, transaction, heldFor.usable(), clock);
    }
}
