package io.waybill.setup;

import io.waybill.inbox.Contacts;
import io.waybill.outbox.Posting;
import io.waybill.outbox.Recipients;
import io.waybill.template.MappedTemplates;
import io.waybill.webhook.WebhookCalls;
import io.waybill.whatsapp.GraphAsk;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SetupConfiguration {

    @Bean
    TestMessages testMessages(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            Recipients recipients,
            Posting posting,
            Templates templates,
            @Qualifier("traces") Supplier<String> traces,
            Clock clock) {
        return new TestMessages(jdbc, transaction, contacts, recipients, posting, templates, traces, clock);
    }

    @Bean
    LastCheck lastCheck() {
        return new LastCheck();
    }

    @Bean
    Connection numberConnection(WhatsAppChannels channels, LastCheck check, TestMessages tests) {
        return new Connection(channels, check, tests);
    }

    @Bean
    SetupCheck setupCheck(
            WhatsAppChannels channels,
            GraphAsk graph,
            WebhookCalls calls,
            TestMessages tests,
            MappedTemplates templates,
            MetaCatalogue catalogue,
            StockRule stock,
            Clock clock) {
        return new SetupCheck(
                channels,
                graph,
                clock,
                new GatewayExperience(channels, calls, tests, templates, catalogue, stock, clock));
    }
}
