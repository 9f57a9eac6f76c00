package io.waybill.outbox;

import io.waybill.database.Node;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.WhatsAppProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SenderLimits.class)
class OutboxConfiguration {

    @Bean
    Outbox outbox(JdbcClient jdbc, Node node, Clock clock) {
        return new Outbox(jdbc, node, clock);
    }

    @Bean
    OutboxWriter outboxWriter(Outbox outbox, TransactionTemplate transaction) {
        return new OutboxWriter(outbox, transaction);
    }

    @Bean
    Sender sender(
            Outbox outbox,
            OutboxWriter writer,
            CloudApi api,
            WhatsAppProperties whatsapp,
            Clock clock,
            SenderLimits limits) {
        return new Sender(outbox, writer, api, new Pace(whatsapp.messagesPerSecond()), clock, limits);
    }
}
