package io.waybill.delivery;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DeliveryConfiguration.class);

    @Bean
    DeliveryBands deliveryBands(
            JdbcClient jdbc, TransactionTemplate transaction, Clock clock, DeliveryProperties properties) {
        DeliveryCharges configured = properties.charges();
        configured.warnings().forEach(warning -> log.warn("waybill.delivery.bands: {}", warning));
        return new DeliveryBands(jdbc, transaction, clock, Ticker.systemTicker(), configured);
    }
}
