package io.waybill.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.setting.SavedSettings;
import io.waybill.setting.Setting;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    AuditLog audit(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        return new AuditLog(jdbc, transaction, json, clock);
    }

    @Bean
    Setting<AuditSettings> auditSetting(SavedSettings saved, AuditSettings configured) {
        return saved.of("audit", AuditSettings.class, configured, AuditSettings::usable);
    }

    @Bean
    AuditUpkeep auditUpkeep(AuditLog audit, Setting<AuditSettings> settings) {
        return new AuditUpkeep(audit, settings);
    }

    /** Before those that refuse, so that it hears of what they refused. */
    @Bean
    WebMvcConfigurer auditedRequests(AuditLog audit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditedRequests(audit))
                        .addPathPatterns("/api/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
