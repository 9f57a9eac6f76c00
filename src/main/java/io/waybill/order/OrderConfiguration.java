package io.waybill.order;

import io.waybill.erp.ErpGateway;
import io.waybill.hook.HookEvents;
import io.waybill.notice.Notices;
import io.waybill.outbox.HeldFor;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.Sender;
import io.waybill.outbox.Unsaid;
import io.waybill.template.Mappings;
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
@EnableConfigurationProperties(OrderSettings.class)
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
            Notices notices,
            @Qualifier("traces") Supplier<String> traces,
            Clock clock) {
        return new OrderNews(new NewsWording(mappings, catalog, shipped), kept, mappings, notices, traces, clock);
    }

    @Bean
    OrderReferences orderReferences(JdbcClient jdbc) {
        return new OrderReferences(jdbc);
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
            Outbox outbox,
            Sender sender,
            HookEvents hooks,
            List<PaidOrders> paid,
            TransactionTemplate transaction,
            OrderSettings settings,
            Clock clock) {
        return new OrderLife(
                references, timeline, book, news, outbox, sender, hooks, paid, transaction, settings.usable(), clock);
    }

    @Bean
    OrderPolling orderPolling(
            OrderReferences references, OrderLife life, ErpGateway erp, OrderSettings settings, Clock clock) {
        return new OrderPolling(references, life, erp, settings, clock);
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
    OrderList orderList(JdbcClient jdbc) {
        return new OrderList(jdbc);
    }

    @Bean
    HeldNews heldNews(
            OrderNotices kept,
            OrderNews news,
            OrderBook orders,
            Outbox outbox,
            Sender sender,
            TransactionTemplate transaction,
            HeldFor heldFor,
            Clock clock) {
        return new HeldNews(kept, news, orders, outbox, sender, transaction, heldFor.usable(), clock);
    }
}
