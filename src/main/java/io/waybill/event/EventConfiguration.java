package io.waybill.event;

import io.waybill.erp.ErpChanges;
import io.waybill.home.Misconfigured;
import io.waybill.hook.WebhookSecret;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.LocalNumbers;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.order.OrderLife;
import io.waybill.receipt.WantedReceipts;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    /** @param demo of the demo ERP, where no other sends events */
    @Bean
    EventSignature eventSignature(
            @Value("${waybill.events.secret:}") String secret, Optional<WebhookSecret> demo, Clock clock) {
        return new EventSignature(secret.isBlank() ? demo : Optional.of(configured(secret)), clock);
    }

    private static WebhookSecret configured(String secret) {
        try {
            return WebhookSecret.of(secret);
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(
                    "waybill.events.secret is whsec_ and base64 of 24 bytes or more: openssl rand -base64 32 makes one.");
        }
    }

    @Bean
    ReceivedEvents receivedEvents(JdbcClient jdbc, Clock clock) {
        return new ReceivedEvents(jdbc, clock);
    }

    @Bean
    Events events(
            ReceivedEvents received,
            OrderLife orders,
            ErpChanges erp,
            PaymentCallbacks payments,
            Contacts contacts,
            WhatsAppChannels channels,
            LocalNumbers phones,
            WantedReceipts receipts,
            TransactionTemplate transaction,
            Clock clock) {
        return new Events(received, orders, erp, payments, contacts, channels, phones, receipts, transaction, clock);
    }
}
