package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerServiceWindowTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void isOpenForADayLessASafetyMinute() {
        assertThat(CustomerServiceWindow.open(WRITTEN, WRITTEN)).isTrue();
        assertThat(CustomerServiceWindow.open(WRITTEN, WRITTEN.plus(Duration.ofMinutes(24 * 60 - 2))))
                .isTrue();
        assertThat(CustomerServiceWindow.open(WRITTEN, WRITTEN.plus(Duration.ofMinutes(24 * 60 - 1))))
                .isFalse();
    }

    @Test
    void isClosedForWhoNeverWrote() {
        assertThat(CustomerServiceWindow.open(null, WRITTEN)).isFalse();
    }
}
