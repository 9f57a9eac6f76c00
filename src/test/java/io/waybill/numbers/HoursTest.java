package io.waybill.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.numbers.Hours.Hour;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class HoursTest {

    private static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");

    private final Kept kept = new Kept();
    private final SettableClock clock = new SettableClock(NOON.plus(Duration.ofMinutes(40)));
    private final Hours hours = new Hours(
            kept.jdbc,
            new LongReads(
                    kept.jdbc, new DataSourceTransactionManager(kept.database.dataSource()), Duration.ofSeconds(30)),
            clock);

    @Test
    void countsWhatCameWentFailedAndWasAskedOfTheErpInEachHourOfTheLastDay() {
        long amina = kept.customer();
        kept.writes(amina, NOON.minusSeconds(1));
        kept.writes(amina, NOON);
        kept.writes(amina, NOON.minus(Duration.ofHours(24)));
        kept.staffSends(amina, NOON.plusSeconds(5));
        long lost = kept.botSends(amina, NOON.plusSeconds(1));
        fails(amina, lost);
        fails(amina, lost);
        asks(amina, "ok", 40, 2);
        asks(amina, "ok", 20);
        asks(amina, "down", 3_000);

        List<Hour> day = hours.lastDay();

        assertThat(day).hasSize(24);
        assertThat(day.getFirst().at()).isEqualTo(NOON.minus(Duration.ofHours(23)));
        assertThat(day.get(22)).isEqualTo(new Hour(NOON.minus(Duration.ofHours(1)), 1, 0, 0, 0, 0, null, null));
        assertThat(day.getLast()).isEqualTo(new Hour(NOON, 1, 2, 1, 3, 1, 42L, 3_000L));
        assertThat(day.stream().mapToLong(Hour::received).sum()).isEqualTo(2);
    }

    @Test
    void countsAnewAfterAMomentOnly() {
        long amina = kept.customer();
        assertThat(hours.lastDay().getLast().received()).isZero();
        kept.writes(amina, NOON);

        assertThat(hours.lastDay().getLast().received()).isZero();
        clock.pass(Duration.ofSeconds(30));
        assertThat(hours.lastDay().getLast().received()).isEqualTo(1);
    }

    private void asks(long contact, String outcome, long... took) {
        StringBuilder exchanges = new StringBuilder();
        for (long millis : took) {
            exchanges
                    .append(exchanges.isEmpty() ? "" : ",")
                    .append(
                            "{\"method\":\"GET\",\"url\":\"u\",\"request\":null,\"status\":200,\"answer\":\"{\\\"tookMillis\\\":9}\",\"tookMillis\":%d}"
                                    .formatted(millis));
        }
        kept.journal(
                contact,
                NOON,
                "trace",
                "erp",
                "{\"operation\":\"GET_PRICE\",\"outcome\":\"%s\",\"detail\":null,\"exchanges\":[%s]}"
                        .formatted(outcome, exchanges));
    }

    private void fails(long contact, long message) {
        kept.jdbc
                .sql("insert into outbox_attempt (contact_id, id, at, outcome, advice) values (?, ?, ?, 'dead', 'a')")
                .params(contact, message, Timestamp.from(NOON.plusSeconds(2)))
                .update();
    }
}
