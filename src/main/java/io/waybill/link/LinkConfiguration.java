package io.waybill.link;

import io.waybill.catalog.Pricing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
class LinkConfiguration {

    @Bean
    ChatLinks chatLinks(LinkProperties properties) {
        return new ChatLinks(properties.digits());
    }

    @Bean
    CartLinks cartLinks(Pricing pricing) {
        return new CartLinks(pricing);
    }
}
