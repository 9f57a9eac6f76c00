package io.waybill.inbox;

import io.waybill.database.Node;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    Contacts contacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            MessageFormat format,
            Node node,
            Clock clock,
            @Value("${waybill.lease:60s}") Duration lease) {
        return new Inbox(jdbc, transaction, contacts, format, node, clock, lease);
    }
}
