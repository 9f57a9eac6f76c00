package io.waybill.erasure;

import io.waybill.setting.WrongSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code waybill.retention}.
 *
 * @param customers how long after the last words with a customer all that tells of them is deleted; not set: never
 */
@ConfigurationProperties("waybill.retention")
record RetentionSettings(@Nullable Duration customers) {

    static final int LEAST_DAYS = 30;

    /** These; throws {@link WrongSetting} for one that cannot be. */
    RetentionSettings usable() {
        WrongSetting.unless(
                customers == null || customers.compareTo(Duration.ofDays(LEAST_DAYS)) >= 0,
                "waybill.retention.customers",
                "/customerDays",
                "must be %d days or more.".formatted(LEAST_DAYS));
        return this;
    }
}
