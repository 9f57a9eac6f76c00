package io.waybill.numbers;

import static io.waybill.numbers.Kept.JULY;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * July in Nairobi; the steps of each customer, and where they stopped:
 *
 * <pre>
 * Amina   name, address                      address
 * Brian   name, a reminder, a pause          name
 * Chao    name, and goes on after 23 hours   -
 * Dan     name, and comes back after a day   name
 * Eve     address, pay: handed over twice    -
 * Femi    handed over at name                -
 * Gita    name as one contact, goes on as another -
 * Hana    name, in June                      -
 * </pre>
 */
class DropOffTest {

    private static final Instant DAY = Instant.parse("2026-07-02T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-07-31T20:00:00Z");

    private final Kept kept = new Kept();

    @Test
    void countsWhoGotNoFurtherAndWhoWasHandedOver() {
        keep();

        assertThat(rows("", LATE.plus(Duration.ofDays(9))))
                .containsExactly(row("name", 5, 2, 1), row("address", 2, 1, 0), row("pay", 0, 0, 2));
    }

    /** 003-23: the step with most hand-offs. */
    @Test
    void namesTheStepWithMostHandOversFirst() {
        keep();

        assertThat(rows("handovers", LATE.plus(Duration.ofDays(9))).getFirst()).isEqualTo(row("pay", 0, 0, 2));
    }

    @Test
    void waitsADayBeforeItCallsAQuestionGivenUp() {
        long amina = kept.customer();
        asks(amina, DAY, "name");

        assertThat(rows("", DAY.plus(Duration.ofHours(23)))).containsExactly(row("name", 1, 0, 0));
        assertThat(rows("", DAY.plus(Duration.ofHours(24)))).containsExactly(row("name", 1, 1, 0));
    }

    private void keep() {
        long amina = kept.customer();
        asks(amina, DAY, "name");
        asks(amina, DAY.plusSeconds(10), "address");
        long brian = kept.customer();
        asks(brian, DAY, "name");
        kept.turn(brian, DAY.plusSeconds(600), "\"in\":\"order@r1\",\"step\":\"name\",\"asks\":true");
        kept.turn(brian, DAY.plusSeconds(6000), "\"in\":\"order@r1\",\"step\":\"name\"");
        long chao = kept.customer();
        asks(chao, LATE, "name");
        asks(chao, LATE.plus(Duration.ofHours(23)), "address");
        long dan = kept.customer();
        asks(dan, LATE.minusSeconds(3600), "name");
        asks(dan, LATE.plus(Duration.ofHours(23)).plusSeconds(1), "address");
        long eve = kept.customer();
        asks(eve, DAY, "address");
        isHandedOver(eve, DAY.plusSeconds(10), "pay");
        isHandedOver(eve, DAY.plusSeconds(20), "pay");
        isHandedOver(kept.customer(), DAY, "name");
        long gita = kept.customer();
        asks(kept.customerMergedInto(gita), DAY, "name");
        kept.turn(gita, DAY.plusSeconds(10), "\"said\":true,\"in\":\"order@r1\",\"step\":\"end\"");
        asks(kept.customer(), Kept.BEFORE, "name");
    }

    private void asks(long contact, Instant at, String step) {
        kept.turn(contact, at, "\"said\":true,\"in\":\"order@r1\",\"step\":\"%s\",\"asks\":true".formatted(step));
    }

    private void isHandedOver(long contact, Instant at, String step) {
        kept.turn(contact, at, "\"said\":true,\"in\":\"order@r1\",\"step\":\"%s\",\"person\":true".formatted(step));
    }

    private List<Record> rows(String by, Instant now) {
        return List.copyOf(
                new DropOff(kept.jdbc, new SettableClock(now)).of(JULY, by).rows());
    }

    private static DropOff.Row row(String step, long asked, long dropped, long handovers) {
        return new DropOff.Row("order", "r1", null, step, asked, dropped, handovers);
    }
}
