package io.waybill.audit;

import io.waybill.home.Misconfigured;
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

    /** These; throws {@link Misconfigured} with the name of the one that is wrong. */
    AuditSettings usable() {
        Misconfigured.unless(
                keepFor.compareTo(Duration.ofDays(1)) >= 0,
                "waybill.audit.keep-for must be a day or longer, not %s.".formatted(keepFor));
        return this;
    }
}
