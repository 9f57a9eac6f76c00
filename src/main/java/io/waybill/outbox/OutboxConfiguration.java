package io.waybill.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.database.Node;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.WhatsAppChannels;
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
    NumberLimits numberLimits(WhatsAppChannels channels, Clock clock, MeterRegistry meters) {
        NumberLimits limits = new NumberLimits(channels, clock);
        channels.all()
                .forEach(channel -> Gauge.builder(
                                "waybill.outbox.stopped", () -> limits.stopped(channel.phoneNumberId()) ? 1 : 0)
                        .description("1 while nothing goes out until somebody sets the WhatsApp account or token right")
                        .tag("number", channel.name())
                        .register(meters));
        return limits;
    }

    @Bean
    Sender sender(
            Outbox outbox, OutboxWriter writer, CloudApi api, NumberLimits numbers, Clock clock, SenderLimits limits) {
        return new Sender(outbox, writer, api, numbers, clock, limits.usable());
    }
}
