package io.waybill.order;

import io.waybill.hook.HookEvents;
import io.waybill.notice.Notices;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.Sender;
import io.waybill.outbox.Unsaid;
import io.waybill.template.Mappings;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HeldFor.class)
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
            Outbox outbox,
            Sender sender,
            Notices notices,
            HookEvents hooks,
            TransactionTemplate transaction,
            @Qualifier("traces") Supplier<String> traces,
            Clock clock) {
        return new OrderNews(
                new NewsWording(mappings, catalog, shipped),
                kept,
                mappings,
                outbox,
                sender,
                notices,
                hooks,
                transaction,
                traces,
                clock);
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
