package io.waybill.service;

import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.hook.HookEvents;
import io.waybill.notice.Notices;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderQuestions;
import io.waybill.outbox.Posting;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    ServiceNews serviceNews(HookEvents hooks, OrderDesk desk, Clock clock) {
        return new PublishedNews(hooks, desk, clock);
    }

    @Bean
    ServiceSessions serviceSessions(
            JdbcClient jdbc, OrderContents contents, ServiceNews news, Notices notices, Clock clock) {
        return new ServiceSessions(jdbc, contents, news, notices, clock);
    }

    @Bean
    KeptOfPeople servicesOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "service_session",
                "select product_name, paid_minutes, started_at, expires_at, close_reason from service_session where contact_id = any(:contacts) order by id",
                "update service_session set close_reason = null where contact_id = any(:contacts)");
    }

    @Bean
    ServiceStarts serviceStarts(JdbcClient jdbc, TransactionTemplate transaction, ServiceNews news, Clock clock) {
        return new ServiceStarts(jdbc, transaction, news, clock);
    }

    @Bean
    ServiceEnds serviceEnds(
            ServiceSessions sessions,
            ServiceStarts starts,
            OrderQuestions questions,
            Templates shipped,
            OrderBook orders,
            ServiceNews news,
            Notices notices,
            Posting posting,
            TransactionTemplate transaction,
            Clock clock) {
        return new ServiceEnds(
                sessions,
                starts,
                new RenewQuestion(questions, shipped),
                orders,
                news,
                notices,
                posting,
                transaction,
                clock);
    }

    @Bean
    ServiceHold serviceHold(ServiceSessions sessions, ServiceStarts starts, Clock clock) {
        return new ServiceHold(sessions, starts, clock);
    }

    @Bean
    ServiceSweep serviceSweep(ServiceStarts starts, ServiceEnds ends) {
        return new ServiceSweep(starts, ends);
    }
}
