package io.waybill.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.Inbox;
import io.waybill.outbox.OutboxWriter;
import io.waybill.whatsapp.WhatsAppChannel;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookLimits.class)
class WebhookConfiguration {

    @Bean
    WebhookSignature webhookSignature(WhatsAppChannel channel) {
        return new WebhookSignature(channel.appSecret());
    }

    @Bean
    WebhookVerification webhookVerification(WhatsAppChannel channel) {
        return new WebhookVerification(channel.verifyToken());
    }

    @Bean
    RefusalLog refusalLog(Clock clock) {
        return new RefusalLog(clock);
    }

    @Bean
    Webhook webhook(
            Inbox inbox,
            OutboxWriter outbox,
            WhatsAppChannel channel,
            Clock clock,
            @Qualifier("traces") Supplier<String> traces,
            MeterRegistry meters) {
        return new Webhook(inbox, outbox, channel.phoneNumberId(), clock, traces, meters);
    }
}
