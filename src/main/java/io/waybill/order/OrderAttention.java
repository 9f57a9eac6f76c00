package io.waybill.order;

import io.waybill.attention.AttentionCategory;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of orders waits for a person. */
@Configuration(proxyBeanMethods = false)
class OrderAttention {

    @Bean
    @Order(20)
    AttentionCategory pendingOrders(JdbcClient jdbc, OrderLimits limits) {
        return WaitingOrders.pending(jdbc, limits.usable().pendingAfter());
    }

    @Bean
    @Order(25)
    AttentionCategory unpaidOrders(JdbcClient jdbc, OrderLimits limits, Supplier<CashNumbers> cash) {
        return WaitingOrders.unpaid(jdbc, limits.usable().unpaidAfter(), cash);
    }

    @Bean
    @Order(30)
    AttentionCategory unassignedOrders(JdbcClient jdbc) {
        return WaitingOrders.unassigned(jdbc);
    }

    @Bean
    @Order(61)
    AttentionCategory heldNewsOfOrders(JdbcClient jdbc) {
        return HeldNoticeCategory.of(jdbc);
    }

    @Bean
    @Order(70)
    AttentionCategory staleOrders(JdbcClient jdbc, OrderLimits limits) {
        return WaitingOrders.stale(jdbc, limits.usable().staleAfter());
    }

    @Bean
    @Order(80)
    AttentionCategory flaggedOrders(JdbcClient jdbc) {
        return WaitingOrders.flagged(jdbc);
    }
}
