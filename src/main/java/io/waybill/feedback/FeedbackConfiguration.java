package io.waybill.feedback;

import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.notice.Notices;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderQuestions;
import io.waybill.outbox.Posting;
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

    /** A rating is a number among others; a comment is what somebody wrote. */
    @Bean
    KeptOfPeople feedbackOfPeople(JdbcClient jdbc) {
        return new PersonalRows(jdbc, "feedback", """
                select f.external_order_id, f.rating, f.rated_at, f.comment from feedback f join order_reference r using (external_order_id)
                where r.contact_id = any(:contacts) order by f.external_order_id
                """, """
                update feedback f set comment = null, state = case f.state when 'wanted' then 'dropped' else f.state end
                from order_reference r where r.external_order_id = f.external_order_id and r.contact_id = any(:contacts)
                """);
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
            Posting posting,
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
                posting,
                notices,
                transaction,
                Objects.requireNonNullElse(settings.after(), Duration.ZERO),
                clock);
    }
}
