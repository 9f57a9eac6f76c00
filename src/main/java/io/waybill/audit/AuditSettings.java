package io.waybill.audit;

import io.waybill.setting.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.audit}.
 *
 * @param keepFor how long it is known who did what
 */
@ConfigurationProperties("waybill.audit")
record AuditSettings(@DefaultValue("1095d") Duration keepFor) {

    /** These; throws {@link WrongSetting} for one that cannot be. */
    AuditSettings usable() {
        WrongSetting.unless(
                keepFor.compareTo(Duration.ofDays(1)) >= 0,
                "waybill.audit.keep-for",
                "/days",
                "must be a day or longer, not %s.".formatted(keepFor));
        return this;
    }
}
