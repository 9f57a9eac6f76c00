package io.waybill.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.InboxReport;
import io.waybill.notice.Notices;
import io.waybill.outbox.NumberPaces;
import io.waybill.outbox.OutboxWriter;
import io.waybill.outbox.StatusTargets;
import io.waybill.template.TemplateNews;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookLimits.class)
class WebhookConfiguration {

    @Bean
    Callbacks callbacks(WhatsAppChannels channels) {
        return new Callbacks(channels);
    }

    @Bean
    RefusalLog refusalLog(Clock clock) {
        return new RefusalLog(clock);
    }

    @Bean
    WebhookCalls webhookCalls(JdbcClient jdbc, Clock clock) {
        return new WebhookCalls(jdbc, clock);
    }

    @Bean
    WebhookRehearsal webhookRehearsal(
            InboxReport inbox, StatusTargets targets, TemplateNews templates, WhatsAppChannels channels) {
        return new WebhookRehearsal(inbox, targets, templates, channels);
    }

    @Bean
    Webhook webhook(
            Inbox inbox,
            OutboxWriter outbox,
            TemplateNews templates,
            Notices notices,
            NumberPaces paces,
            WhatsAppChannels channels,
            Clock clock,
            @Qualifier("traces") Supplier<String> traces,
            MeterRegistry meters) {
        return new Webhook(inbox, outbox, templates, new AccountNews(notices, paces, channels), clock, traces, meters);
    }
}
