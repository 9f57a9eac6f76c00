package io.waybill.job;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.catalog.CustomerRows;
import io.waybill.catalog.PicturedRows;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    HiddenJobs hiddenJobs(JdbcClient jdbc, Clock clock) {
        return new HiddenJobs(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    JobFlows jobFlows(JdbcClient jdbc, Clock clock) {
        return new JobFlows(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    JobImages jobImages(JdbcClient jdbc, Clock clock) {
        return new JobImages(jdbc, clock, Ticker.systemTicker());
    }

    @Bean
    PicturedRows picturedJobs(JobImages images) {
        return new PicturedRows(ErpOperation.LIST_JOBS, images::byJob);
    }

    @Bean
    ErpJobs erpJobs(ErpReads erp, ErpGateway gateway) {
        return new ErpJobs(erp, gateway);
    }

    @Bean
    JobViews jobViews(HiddenJobs hidden, JobFlows flows, JobImages images, CustomerRows rows) {
        return new JobViews(hidden, flows, images, rows);
    }
}
