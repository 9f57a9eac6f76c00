package io.waybill.setting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Audit;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SettingConfiguration {

    @Bean
    SavedSettings savedSettings(JdbcClient jdbc, ObjectMapper json, Audit audit, Clock clock) {
        return new SavedSettings(jdbc, json, audit, clock);
    }
}
