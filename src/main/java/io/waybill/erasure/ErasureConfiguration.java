package io.waybill.erasure;

import io.waybill.database.KeptOfPeople;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    People people(ObjectProvider<KeptOfPeople> kept, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new People(kept.orderedStream().toList(), jdbc, transaction, clock);
    }
}
