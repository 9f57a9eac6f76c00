package io.waybill.inbox;

import io.waybill.database.Node;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    private static final String LEASE = "${waybill.lease:60s}";

    @Bean
    LocalNumbers localNumbers(@Value("${waybill.store.country:#{null}}") @Nullable String country) {
        return new LocalNumbers(country).usable();
    }

    @Bean
    Contacts contacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    @Bean
    ClaimRows claimRows(JdbcClient jdbc, Contacts contacts, MessageFormat format) {
        return new ClaimRows(jdbc, contacts, format);
    }

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            ClaimRows rows,
            Node node,
            Clock clock,
            @Value(LEASE) Duration lease) {
        return new Inbox(jdbc, transaction, contacts, rows, node, clock, lease);
    }

    @Bean
    ContactProfiles contactProfiles(JdbcClient jdbc) {
        return new ContactProfiles(jdbc);
    }

    @Bean
    Merges merges(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new Merges(jdbc, transaction, clock);
    }

    @Bean
    PaymentCallbacks paymentCallbacks(JdbcClient jdbc, Inbox inbox, Clock clock) {
        return new PaymentCallbacks(jdbc, inbox::alert, clock);
    }

    @Bean
    Claims claims(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ClaimRows rows,
            Node node,
            Clock clock,
            @Value(LEASE) Duration lease) {
        return new Claims(jdbc, transaction, rows, node, clock, lease);
    }
}
