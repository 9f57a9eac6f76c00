package io.waybill.numbers;

import io.waybill.outbox.Costs;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NumbersProperties.class)
class NumbersConfiguration {

    @Bean
    Reports reports(JdbcClient jdbc, LongReads longReads, Costs costs, Clock clock, NumbersProperties properties) {
        return new Reports(
                List.of(
                        new Funnel(jdbc),
                        new Responses(jdbc),
                        new DropOff(jdbc, clock),
                        new StatusQuestions(jdbc, properties.statusFlows()),
                        new Daily(jdbc, costs)),
                longReads,
                costs::zone,
                clock);
    }

    @Bean
    LongReads longReads(JdbcClient jdbc, PlatformTransactionManager transactions, NumbersProperties properties) {
        return new LongReads(jdbc, transactions, properties.longest());
    }

    @Bean
    Hours hours(JdbcClient jdbc, LongReads longReads, Clock clock) {
        return new Hours(jdbc, longReads, clock);
    }

    @Bean
    CsvReports csvReports() {
        return new CsvReports();
    }
}
