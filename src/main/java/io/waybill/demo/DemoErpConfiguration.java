package io.waybill.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.hook.WebhookSecret;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mounts the demo ERP below {@code /demo-erp} when no real ERP is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoErpConfigured.class)
public class DemoErpConfiguration {

    @Bean
    DemoStock demoStock(JdbcClient db, Clock clock) {
        return new DemoStock(db, clock);
    }

    @Bean
    DemoErp demoErp(JdbcClient db, DemoStock stock) {
        return new DemoErp(db, stock);
    }

    @Bean
    DemoOrderBook demoOrderBook(JdbcClient db) {
        return new DemoOrderBook(db);
    }

    @Bean
    DemoPayments demoPayments(JdbcClient db) {
        return new DemoPayments(db);
    }

    /** Ours and the demo ERP's; nobody else knows it. */
    @Bean
    WebhookSecret demoEventSecret(@Value("${waybill.events.secret:}") String configured) {
        return configured.isBlank() ? WebhookSecret.random() : WebhookSecret.of(configured);
    }

    @Bean
    DemoEvents demoEvents(WebhookSecret secret, ObjectMapper json, Environment environment, Clock clock) {
        return new DemoEvents(
                secret, json, () -> environment.getRequiredProperty("local.server.port", Integer.class), clock);
    }

    @Bean
    DemoStaff demoStaff(
            DemoErp erp, DemoPayments payments, DemoEvents events, PlatformTransactionManager transactions) {
        return new DemoStaff(erp, payments, events, new TransactionTemplate(transactions));
    }

    @Bean
    DemoHr demoHr(JdbcClient db) {
        return new DemoHr(db);
    }

    @Bean
    DemoErpSwitches demoErpSwitches() {
        return new DemoErpSwitches();
    }

    @Bean
    DemoAnswers demoAnswers(JdbcClient db, PlatformTransactionManager transactions, ObjectMapper json) {
        return new DemoAnswers(db, new TransactionTemplate(transactions), json);
    }

    @Bean
    FilterRegistrationBean<DemoErpFilter> demoErpFilter(DemoErpSwitches switches) {
        FilterRegistrationBean<DemoErpFilter> filter = new FilterRegistrationBean<>(new DemoErpFilter(switches));
        filter.addUrlPatterns(DemoErpFilter.PATH + "/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** A machine calls here, without session or form; who may do so is the filter's business. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain demoErpSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(DemoErpFilter.PATH + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
