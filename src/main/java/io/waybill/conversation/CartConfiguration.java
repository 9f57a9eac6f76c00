package io.waybill.conversation;

import io.waybill.attention.AttentionCategory;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carts that are left behind, and what else of conversations waits for a person. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CartSettings.class)
class CartConfiguration {

    @Bean
    Carts carts(JdbcClient jdbc, CartSettings settings, Templates templates, Clock clock) {
        return new Carts(jdbc, settings.usable(templates), clock);
    }

    /** What is in it stands in the session. */
    @Bean
    KeptOfPeople cartsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "open_cart",
                "select lines, since, changed_at, reminded_at from open_cart where contact_id = any(:contacts) order by contact_id",
                "delete from open_cart where contact_id = any(:contacts)");
    }

    @Bean
    @Order(10)
    AttentionCategory doubts(JdbcClient jdbc) {
        return Doubts.category(jdbc);
    }

    @Bean
    OpenCarts openCarts(JdbcClient jdbc) {
        return new OpenCarts(jdbc);
    }

    @Bean
    @Order(90)
    AttentionCategory cartsThatAreOpen(OpenCarts carts) {
        return carts.category();
    }
}
