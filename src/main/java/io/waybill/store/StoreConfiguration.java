package io.waybill.store;

import io.waybill.setting.SavedSettings;
import io.waybill.setting.Setting;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    Setting<StoreSettings> storeSetting(SavedSettings saved, StoreSettings configured) {
        return saved.of("store", StoreSettings.class, configured, StoreSettings::usable);
    }

    @Bean
    Store store(Setting<StoreSettings> storeSetting) {
        return storeSetting::get;
    }
}
