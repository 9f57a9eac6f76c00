package io.waybill.link;

import io.waybill.catalog.Catalog;
import io.waybill.erp.ErpReads;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
class LinkConfiguration {

    @Bean
    CartLinks cartLinks(ErpReads erp, Catalog catalog) {
        return new CartLinks(erp, catalog);
    }
}
