package io.waybill.numbers;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.reports}
 *
 * @param statusFlows ids of the flows that customers start to ask where their order is
 * @param longest a report that takes longer is given up
 */
@ConfigurationProperties("waybill.reports")
record NumbersProperties(
        @DefaultValue("status") List<String> statusFlows,
        @DefaultValue("30s") Duration longest) {}
