package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Problem;
import io.waybill.whatsapp.SendFailure.Kind;
import io.waybill.whatsapp.SendFailure.Pace;
import io.waybill.whatsapp.SendFailure.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendFailureTest {

    @ParameterizedTest
    @MethodSource("io.waybill.whatsapp.MetaCodes#codes")
    void everyCodeHasItsClassWhateverTheHttpStatusAndInAStatus(Kind kind, Scope scope, int code) {
        String body = "{\"error\":{\"code\":%d,\"error_data\":{\"details\":\"Why.\"}}}".formatted(code);
        SendFailure reported = SendFailure.of(new Problem(code, null, "Why."));

        assertThat(reported)
                .extracting(SendFailure::kind, SendFailure::scope, SendFailure::details)
                .containsExactly(kind, scope, "Why.");
        assertThat(reported.advice()).endsWith(".");
        for (int httpStatus : new int[] {400, 429}) {
            assertThat(GraphAnswer.read(httpStatus, body.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new SendResult.Failed(reported));
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
