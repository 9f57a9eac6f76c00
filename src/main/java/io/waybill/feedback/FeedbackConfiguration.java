package io.waybill.feedback;

import io.waybill.notice.Notices;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderQuestions;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.Sender;
import io.waybill.revision.PublishedFlows;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedbackSettings.class)
class FeedbackConfiguration {

    @Bean
    FeedbackRows feedbackRows(JdbcClient jdbc, FeedbackSettings settings, Clock clock) {
        return new FeedbackRows(jdbc, settings.usable().after(), clock);
    }

    @Bean
    FeedbackReport feedbackReport(JdbcClient jdbc) {
        return new FeedbackReport(jdbc);
    }

    @Bean
    FeedbackResults feedbackResults(FeedbackRows rows, OrderDesk desk, OrderBook orders) {
        return new FeedbackResults(rows, desk, orders);
    }

    /** Asks what was wanted before even where nothing new is wanted any more. */
    @Bean
    FeedbackAsking feedbackAsking(
            FeedbackRows rows,
            OrderBook orders,
            OrderDesk desk,
            OrderQuestions questions,
            PublishedFlows flows,
            Outbox outbox,
            Sender sender,
            Notices notices,
            TransactionTemplate transaction,
            FeedbackSettings settings,
            Clock clock) {
        return new FeedbackAsking(
                rows,
                orders,
                desk,
                questions,
                flows,
                outbox,
                sender,
                notices,
                transaction,
                Objects.requireNonNullElse(settings.after(), Duration.ZERO),
                clock);
    }
}
