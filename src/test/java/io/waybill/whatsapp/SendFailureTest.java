package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Problem;
import io.waybill.whatsapp.SendFailure.Kind;
import io.waybill.whatsapp.SendFailure.Pace;
import io.waybill.whatsapp.SendFailure.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendFailureTest {

    @ParameterizedTest
    @CsvSource({
        "CONFIGURATION, NUMBER, 0 3 10 190 200 299 368 131005 131031 131037 131042 131044 131045 131063 133000"
                + " 133005 133010 133015 133016 134011",
        "RETRY, MESSAGE, 1 2 131000 131016 133004",
        "RETRY, NUMBER, 130429 131057 2494100",
        "RETRY, CONTACT, 131056",
        "WAIT, NUMBER, 4 80007 80008 131048 131064",
        "WAIT, MESSAGE, 132015 132068 132069",
        "PERMANENT, MESSAGE, 33 100 130472 130497 131008 131009 131020 131021 131026 131030 131041 131047 131049 131050 131051"
                + " 131052 131053 131055 131059 131062 131215 132000 132001 132005 132007 132008 132012 132016 134100"
                + " 134102 135000 137000 138001 139000 147001 147005 1752041",
        "PERMANENT, MESSAGE, -1 7 999999"
    })
    void everyCodeHasItsClass(Kind kind, Scope scope, String codes) {
        for (String code : codes.split(" ")) {
            SendFailure failure = SendFailure.of(new Problem(Integer.parseInt(code), null, "Why."));

            assertThat(failure)
                    .as(code)
                    .extracting(SendFailure::kind, SendFailure::scope)
                    .containsExactly(kind, scope);
            assertThat(failure.advice()).as(code).endsWith(".");
            assertThat(failure.details()).isEqualTo("Why.");
        }
    }

    @Test
    void anUnknownErrorIsTriedOnceMoreAndAMalformedOneThreeTimes() {
        assertThat(SendFailure.of(new Problem(1, null, null)).retries()).isEqualTo(1);
        assertThat(SendFailure.of(new Problem(131000, null, null)).retries()).isEqualTo(3);
    }

    @Test
    void waitsLongerWithEachAttemptUpToALimit() {
        assertThat(Pace.PAIR.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.PAIR.after(3)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Pace.BACKOFF.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pace.BACKOFF.after(1_000_000)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pace.NEVER.after(5)).isZero();
    }
}
