package io.waybill.notice;

import io.waybill.live.LiveEvents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    Notices notices(JdbcClient jdbc, LiveEvents live, Clock clock) {
        return new Notices(jdbc, live, clock);
    }
}
