package io.waybill.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.feedback.FeedbackReport.Row;
import io.waybill.feedback.FeedbackReport.Summary;
import io.waybill.feedback.FeedbackRows.Wanted;
import io.waybill.feedback.FeedbackRows.Way;
import io.waybill.flow.World;
import io.waybill.numbers.Csv;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackRowsTest {

    private static final Duration AFTER = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final FeedbackRows rows = new FeedbackRows(database.jdbc(), AFTER, clock);
    private final FeedbackReport report = new FeedbackReport(database.jdbc());

    @Test
    void wantsOneSurveyOfEachOrderHoweverOftenAndLateItIsToldThatItIsDelivered() {
        order("11", 7);
        rows.delivered("11", clock.instant());
        rows.delivered("11", clock.instant().minus(Duration.ofDays(1)));
        assertThat(due()).isEmpty();

        clock.pass(AFTER);
        List<Wanted> due = due();
        assertThat(due).extracting(Wanted::externalOrderId).containsExactly("11");
        assertThat(rows.asked(due.getFirst(), Way.MESSAGE)).isTrue();
        assertThat(rows.asked(due.getFirst(), Way.MESSAGE)).isFalse();
        rows.delivered("11", clock.instant());
        clock.pass(Duration.ofDays(1));

        assertThat(due()).isEmpty();
    }

    @Test
    void asksAgainWhatANodeLeftBehindThatWasKilledBeforeItCommitted() {
        order("11", 7);
        rows.delivered("11", clock.instant());
        clock.pass(AFTER);
        Wanted wanted = due().getFirst();
        database.transaction().executeWithoutResult(tx -> {
            rows.asked(wanted, Way.TEMPLATE);
            tx.setRollbackOnly();
        });

        assertThat(due()).as("leased").isEmpty();
        clock.pass(LEASE);
        assertThat(due()).containsExactly(wanted);
        assertThat(rows.asked(wanted, Way.TEMPLATE)).isTrue();
    }

    @Test
    void wantsNothingUnlessItIsSwitchedOn() {
        order("11", 7);
        new FeedbackRows(database.jdbc(), null, clock).delivered("11", clock.instant());
        clock.pass(AFTER);

        assertThat(due()).isEmpty();
    }

    @Test
    void keepsTheFirstRatingAndTheFirstCommentOfEachOrder() {
        asked("11", 7);

        assertThat(rows.comment("11", "Before any rating", clock.instant())).isEmpty();
        assertThat(rows.rate("11", 9, "feedback@1", clock.instant())).isTrue();
        assertThat(rows.rate("11", 0, "feedback@2", clock.instant())).isFalse();
        assertThat(rows.comment("11", "Friendly", clock.instant())).contains(9);
        assertThat(rows.comment("11", "Unfriendly", clock.instant())).isEmpty();

        assertThat(all())
                .singleElement()
                .extracting(Row::rating, Row::comment, Row::flow)
                .containsExactly(9, "Friendly", "feedback@1");
        assertThat(rows.order(7, "11")).map(World.TappedOrder::rating).contains(9);
        assertThat(rows.order(8, "11")).as("somebody else's").isEmpty();
    }

    @Test
    void doesNotAskAboutAnOrderThatAFlowHasAskedAbout() {
        order("11", 7);
        rows.delivered("11", clock.instant());
        assertThat(rows.rate("11", 10, "own@1", clock.instant())).isTrue();
        clock.pass(AFTER);

        assertThat(due()).isEmpty();
    }

    @Test
    void takesABareNumberForAnAnswerOnlyWhileNothingElseWasWrittenSinceTheQuestion() {
        Instant before = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        asked("11", 7);
        Instant asked = clock.instant();
        clock.pass(Duration.ofMinutes(5));

        assertThat(rows.unanswered(7, before))
                .map(order -> order.reference().externalOrderId())
                .contains("11");
        assertThat(rows.unanswered(7, asked.plusSeconds(60))).isEmpty();
        assertThat(rows.unanswered(8, before)).isEmpty();
        rows.rate("11", 3, "feedback@1", clock.instant());
        assertThat(rows.unanswered(7, before)).isEmpty();
    }

    @Test
    void reportsTheNetPromoterScoreOfAllThatWasAnswered() {
        int[] ratings = {10, 9, 9, 8, 7, 6, 0};
        for (int i = 0; i < ratings.length; i++) {
            asked("o" + i, 7);
            rows.rate("o" + i, ratings[i], "feedback@1", clock.instant());
        }
        asked("silent", 7);

        assertThat(report.summary(
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plusSeconds(1)))
                .isEqualTo(new Summary(8, 7, 3, 2, 2, new BigDecimal("14.3")));
        assertThat(Summary.of(3, 0, 0, 0).nps()).isNull();
    }

    @Test
    void writesATableInWhichNoCommentIsAFormula() {
        asked("11", 7);
        rows.rate("11", 2, "feedback@1", clock.instant());
        rows.comment("11", "=HYPERLINK(\"x\"), late", clock.instant());

        assertThat(Csv.text(Row.class, all()))
                .startsWith(
                        "order,orderNumber,contactId,state,reason,deliveredAt,askedAt,askedBy,rating,ratedAt,comment,commentedAt,flow\n11,R-11,7,asked,")
                .contains(",2,", "\"'=HYPERLINK(\"\"x\"\"), late\"", "feedback@1");
    }

    private void asked(String order, long contact) {
        order(order, contact);
        rows.delivered(order, clock.instant().minus(AFTER));
        due().forEach(wanted -> rows.asked(wanted, Way.MESSAGE));
    }

    private List<Wanted> due() {
        return rows.due(clock.instant(), clock.instant().plus(LEASE), 10);
    }

    private List<Row> all() {
        return report.rows(
                clock.instant().minus(Duration.ofDays(2)), clock.instant().plusSeconds(1), 10);
    }

    private void order(String id, long contact) {
        database.jdbc()
                .sql("""
                        insert into order_reference (external_order_id, order_number, contact_id, source, status, status_at, payment, payment_at,
                            created_at, changed_at)
                        values (?, ?, ?, 'whatsapp', 'delivered', :now, 'paid', :now, :now, :now)
                        """.replace(":now", "'" + Timestamp.from(clock.instant()) + "'"))
                .params(id, "R-" + id, contact)
                .update();
    }
}
