package io.waybill.event;

import io.waybill.erp.ErpChanges;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.LocalNumbers;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.order.OrderLife;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventSignature eventSignature(@Value("${waybill.events.secret:#{null}}") @Nullable String secret, Clock clock) {
        return new EventSignature(secret, clock);
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
            TransactionTemplate transaction,
            Clock clock) {
        return new Events(received, orders, erp, payments, contacts, channels, phones, transaction, clock);
    }
}
