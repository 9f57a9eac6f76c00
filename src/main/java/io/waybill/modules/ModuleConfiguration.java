package io.waybill.modules;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.revision.PublishedFlows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ModuleConfiguration {

    @Bean
    ModuleSwitches moduleSwitches(JdbcClient jdbc, Clock clock, PublishedFlows flows) {
        return new ModuleSwitches(jdbc, clock, Ticker.systemTicker(), flows);
    }
}
