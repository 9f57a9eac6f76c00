package io.waybill.erasure;

import io.waybill.setting.WrongSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code waybill.retention}.
 *
 * @param customers how long after the last words with a customer all that tells of them is deleted; not set: never
 * @param messages how old a message may become, also in a chat that goes on; not set: as old as it will
 */
@ConfigurationProperties("waybill.retention")
record RetentionSettings(
        @Nullable Duration customers, @Nullable Duration messages) {

    static final int LEAST_DAYS = 30;

    /** These; throws {@link WrongSetting} for one that cannot be. */
    RetentionSettings usable() {
        requireAMonth(customers, "waybill.retention.customers", "/customerDays");
        requireAMonth(messages, "waybill.retention.messages", "/messageDays");
        return this;
    }

    private static void requireAMonth(@Nullable Duration duration, String property, String pointer) {
        WrongSetting.unless(
                duration == null || duration.compareTo(Duration.ofDays(LEAST_DAYS)) >= 0,
                property,
                pointer,
                "must be %d days or more.".formatted(LEAST_DAYS));
    }
}
