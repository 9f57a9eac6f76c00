package io.waybill.job;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    HiddenJobs hiddenJobs(JdbcClient jdbc, Clock clock) {
        return new HiddenJobs(jdbc, clock, Ticker.systemTicker());
    }
}
