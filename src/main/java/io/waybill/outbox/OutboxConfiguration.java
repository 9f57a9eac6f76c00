package io.waybill.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
            SenderLimits limits,
            MeterRegistry meters) {
        Sender sender = new Sender(outbox, writer, api, new Pace(whatsapp.messagesPerSecond()), clock, limits.usable());
        Gauge.builder("waybill.outbox.stopped", sender, s -> s.stopped() ? 1 : 0)
                .description("1 while nothing goes out until somebody sets the WhatsApp account or token right")
                .register(meters);
        return sender;
    }
}
