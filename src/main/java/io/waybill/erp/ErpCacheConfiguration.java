package io.waybill.erp;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what is kept of the ERP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErpCacheProperties.class)
class ErpCacheConfiguration {

    @Bean
    CacheEpochs cacheEpochs(JdbcClient jdbc, Clock clock) {
        return new CacheEpochs(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    ErpChanges erpChanges(CacheEpochs epochs) {
        return new ErpChanges(epochs);
    }

    @Bean
    ErpReads erpReads(ErpGateway erp, ErpCacheProperties settings, CacheEpochs epochs, Clock clock) {
        return new ErpReads(erp, settings.usable(), epochs, clock, Ticker.systemTicker());
    }

    @Bean
    Circuits circuits(ErpGateway erp, ErpReads reads, MeterRegistry meters) {
        return new Circuits(erp, reads, meters);
    }
}
