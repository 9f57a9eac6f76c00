package io.waybill.erp.check;

import io.waybill.erp.ErpGateway;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErpCheckConfiguration {

    @Bean
    ErpCheck erpCheck(ErpGateway gateway, Clock clock, Supplier<String> ids) {
        return new ErpCheck(gateway, clock, ids);
    }
}
