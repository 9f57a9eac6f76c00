package io.waybill.outbox;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.store.zone}
 *
 * @param zone where the days of the store begin, such as Africa/Nairobi
 */
@ConfigurationProperties("waybill.store")
public record StoreZone(@DefaultValue("UTC") ZoneId zone) {}
