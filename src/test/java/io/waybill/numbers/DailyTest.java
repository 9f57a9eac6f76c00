package io.waybill.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.outbox.Costs;
import io.waybill.outbox.Period;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The last two days of July in Nairobi:
 *
 * <pre>
 *            in                       bot   people                    priced   billable
 * 30 July    2 and a reaction         1     -                         -        -
 * 31 July    1, in its last second    2     1 app, 1 through Waybill  2        1
 * </pre>
 */
class DailyTest {

    private static final Instant THURSDAY = Instant.parse("2026-07-30T09:00:00Z");
    private static final Period DAYS = new Period(LocalDate.of(2026, 7, 30), LocalDate.of(2026, 7, 31), Kept.NAIROBI);

    private final Kept kept = new Kept();

    @Test
    void countsMessagesOnTheDaysOfTheStore() {
        long amina = kept.customer();
        kept.writes(amina, THURSDAY);
        kept.writes(amina, THURSDAY.plusSeconds(1));
        kept.reacts(amina, THURSDAY.plusSeconds(2));
        kept.botSends(amina, THURSDAY.plusSeconds(3));
        kept.writes(amina, Kept.LAST);
        kept.writes(amina, Kept.AFTER);
        kept.staffWrites(amina, Kept.LAST);
        kept.staffSends(amina, Kept.LAST);
        long free = kept.botSends(amina, Kept.LAST);
        long charged = kept.botSends(amina, Kept.LAST);
        waits(kept.botSends(amina, THURSDAY));
        prices(free, false, Kept.LAST);
        prices(charged, true, Kept.LAST);
        prices(kept.botSends(amina, Kept.AFTER), true, Kept.AFTER);

        assertThat(new Daily(kept.jdbc, costs()).of(DAYS, "").rows())
                .isEqualTo(List.of(
                        new Daily.Row("2026-07-30", 3, 1, 0, 0, 0), new Daily.Row("2026-07-31", 1, 2, 2, 2, 1)));
    }

    private void waits(long message) {
        kept.jdbc
                .sql("update outbox set state = 'queued', sent_at = null where id = ?")
                .param(message)
                .update();
    }

    private void prices(long message, boolean billable, Instant at) {
        kept.jdbc.sql("""
                        update outbox set price_category = 'service', price_type = 'regular', price_country = 'KE', billable = ?, priced_at = ?
                        where id = ?
                        """).params(billable, Timestamp.from(at), message).update();
    }

    private Costs costs() {
        return new Costs(kept.jdbc, () -> Kept.NAIROBI);
    }
}
