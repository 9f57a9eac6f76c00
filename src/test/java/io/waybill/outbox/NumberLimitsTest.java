package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberLimitsTest {

    private static final TimeMeter STANDING = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();

    @Test
    void givesEachNodeItsPartOfWhatMetaGrantsEachNumber() {
        try (NumberLimits numbers = node()) {
            numbers.share(2);
            numbers.raise("1", 1000);

            assertThat(atOnce(numbers.pace("1"))).isEqualTo(500);
            assertThat(atOnce(numbers.pace("2"))).isEqualTo(40);
        }
    }

    @Test
    void sendsFasterOnEveryNodeAndAfterARestartOnceOneHasHeardThatItMay() {
        try (NumberLimits one = node();
                NumberLimits other = node();
                NumberLimits restarted = node()) {
            NumberPaces paces = new NumberPaces(database.jdbc(), other, clock);
            new NumberPaces(database.jdbc(), one, clock).raise("1", 1000);
            paces.look();
            new NumberPaces(database.jdbc(), restarted, clock);

            assertThat(atOnce(one.pace("1"))).isEqualTo(1000);
            assertThat(atOnce(other.pace("1"))).isEqualTo(1000);
            assertThat(atOnce(restarted.pace("1"))).isEqualTo(1000);
            assertThat(atOnce(other.pace("2"))).isEqualTo(80);
        }
    }

    private NumberLimits node() {
        return new NumberLimits(
                new WhatsAppChannels(List.of(channel("1"), channel("2"))),
                clock,
                STANDING,
                new Notices(database.jdbc(), new LiveEvents(), clock));
    }

    private static long atOnce(Pace pace) {
        long customer = 0;
        while (pace.take(customer).after().equals(Duration.ZERO)) {
            customer++;
        }
        return customer;
    }

    private static WhatsAppChannel channel(String number) {
        return new WhatsAppChannel(
                "number-" + number,
                true,
                number,
                "2",
                () -> "token",
                "secret",
                "verify",
                () -> "http://localhost",
                "v25.0",
                80);
    }
}
