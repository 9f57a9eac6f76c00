package io.waybill.numbers;

import static io.waybill.numbers.Kept.JULY;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.outbox.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusQuestionsTest {

    private final Kept kept = new Kept();

    /** 002-26: three questions in July, by two customers and to two flows, and eight orders: 3 / 8 x 100 = 37.5. */
    @Test
    void countsQuestionsPerHundredOrders() {
        long amina = kept.customer();
        asks(amina, Kept.BEFORE, "\"status@s1\"");
        asks(amina, Kept.FIRST, "\"status@s1\"");
        asks(amina, Kept.LAST, "\"order@r1\",\"status@s2\"");
        asks(kept.customer(), Kept.LAST, "\"parcel@p1\"");
        asks(amina, Kept.AFTER, "\"status@s1\"");
        asks(amina, Kept.LAST, "\"statuses@s1\"");
        orders(amina, 8, Kept.LAST);
        orders(amina, 5, Kept.AFTER);

        assertThat(rows(JULY, "")).containsExactly(row("all", 3, 8, "37.5"));
    }

    @Test
    void saysNoRatioWhereNothingWasOrdered() {
        asks(kept.customer(), Kept.LAST, "\"status@s1\"");

        assertThat(rows(JULY, "")).containsExactly(row("all", 1, 0, null));
    }

    @Test
    void tellsTheDaysOfTheStoreApart() {
        Period days = new Period(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 2), Kept.NAIROBI);
        long amina = kept.customer();
        asks(amina, Kept.BEFORE, "\"status@s1\"");
        asks(amina, Kept.FIRST, "\"status@s1\"");
        asks(amina, Kept.FIRST.plusSeconds(1), "\"status@s1\"");
        orders(amina, 3, Kept.FIRST);

        assertThat(rows(days, "day"))
                .containsExactly(
                        row("2026-06-30", 1, 0, null), row("2026-07-01", 2, 3, "66.7"), row("2026-07-02", 0, 0, null));
    }

    private void asks(long contact, Instant at, String started) {
        kept.turn(contact, at, "\"said\":true,\"started\":[%s]".formatted(started));
    }

    private void orders(long contact, int count, Instant at) {
        for (int order = 1; order <= count; order++) {
            kept.order(contact, "E" + at.getEpochSecond() + '.' + order, null, "whatsapp", at);
        }
    }

    private List<Record> rows(Period period, String by) {
        return List.copyOf(new StatusQuestions(kept.jdbc, List.of("status", "parcel"))
                .of(period, by)
                .rows());
    }

    private static StatusQuestions.Row row(String name, long questions, long orders, String perHundred) {
        return new StatusQuestions.Row(name, questions, orders, perHundred == null ? null : new BigDecimal(perHundred));
    }
}
