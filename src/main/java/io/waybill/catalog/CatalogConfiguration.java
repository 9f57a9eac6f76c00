package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.erp.ErpReads;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    HiddenProducts hiddenProducts(JdbcClient jdbc, Clock clock) {
        return new HiddenProducts(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    AssignedFlows assignedFlows(JdbcClient jdbc, Clock clock) {
        return new AssignedFlows(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    ErpProducts erpProducts(ErpReads erp) {
        return new ErpProducts(erp);
    }

    @Bean
    Catalog catalog(HiddenProducts hiddenProducts, AssignedFlows assignedFlows) {
        return new Catalog(hiddenProducts, assignedFlows);
    }
}
