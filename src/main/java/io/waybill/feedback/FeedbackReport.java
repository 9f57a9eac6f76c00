package io.waybill.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers said of their orders, each answer and all together. */
final class FeedbackReport {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;

    FeedbackReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One order whose customer was to be asked.
     *
     * @param state wanted, asked or dropped
     * @param reason why they were not asked, or not yet
     * @param askedBy message, template or flow
     * @param flow the one that heard it, with its revision
     */
    record Row(
            String order,
            @Nullable String orderNumber,
            long contactId,
            String state,
            @Nullable String reason,
            Instant deliveredAt,
            @Nullable Instant askedAt,
            @Nullable String askedBy,
            @Nullable Integer rating,
            @Nullable Instant ratedAt,
            @Nullable String comment,
            @Nullable Instant commentedAt,
            @Nullable String flow) {}

    /**
     * @param promoters who gave 9 or 10
     * @param passives 7 or 8
     * @param detractors less
     * @param nps the percentage of promoters less that of detractors, from -100 to 100; null: nobody has answered
     */
    record Summary(
            int asked,
            int answered,
            int promoters,
            int passives,
            int detractors,
            @Nullable BigDecimal nps) {

        static Summary of(int asked, int promoters, int passives, int detractors) {
            int answered = promoters + passives + detractors;
            return new Summary(
                    asked,
                    answered,
                    promoters,
                    passives,
                    detractors,
                    answered == 0
                            ? null
                            : BigDecimal.valueOf(promoters - detractors)
                                    .multiply(HUNDRED)
                                    .divide(BigDecimal.valueOf(answered), 1, RoundingMode.HALF_UP));
        }
    }

    /** Of orders that were delivered in this time, the latest first. */
    List<Row> rows(Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        select f.external_order_id as "order", r.order_number, r.contact_id, f.state, f.reason, f.delivered_at, f.asked_at, f.asked_by,
                            f.rating, f.rated_at, f.comment, f.commented_at, f.flow
                        from feedback f join order_reference r using (external_order_id)
                        where f.delivered_at >= ? and f.delivered_at < ? order by f.delivered_at desc, f.external_order_id limit ?
                        """)
                .params(Timestamp.from(from), Timestamp.from(to), limit)
                .query(Row.class)
                .list();
    }

    Summary summary(Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'asked') as asked, count(*) filter (where rating >= 9) as promoters,
                            count(*) filter (where rating in (7, 8)) as passives, count(*) filter (where rating < 7) as detractors
                        from feedback where delivered_at >= ? and delivered_at < ?
                        """)
                .params(Timestamp.from(from), Timestamp.from(to))
                .query((row, n) -> Summary.of(
                        row.getInt("asked"), row.getInt("promoters"), row.getInt("passives"), row.getInt("detractors")))
                .single();
    }
}
