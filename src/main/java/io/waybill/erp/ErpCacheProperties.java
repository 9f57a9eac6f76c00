package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the ERP's answers is kept, and for how long; zero keeps nothing.
 *
 * @param products how long a list of products is used without asking again
 * @param prices how long a price is; never for the prices of an order
 * @param jobs how long a list of jobs is
 * @param staleFor how old the last good list may be when the ERP does not answer
 * @param patience how long a list is waited for when there is a last good one
 * @param maxRows rows of lists, and prices, kept at most
 */
@ConfigurationProperties("waybill.erp.cache")
record ErpCacheProperties(
        @DefaultValue("60s") Duration products,
        @DefaultValue("15s") Duration prices,
        @DefaultValue("5m") Duration jobs,
        @DefaultValue("24h") Duration staleFor,
        @DefaultValue("1500ms") Duration patience,
        @DefaultValue("20000") int maxRows) {

    Duration lifetime(Cached kind) {
        return switch (kind) {
            case PRODUCTS -> products;
            case PRICES -> prices;
            case JOBS -> jobs;
        };
    }

    /** These, when they make sense; throws {@link Misconfigured} with the name of the one that does not. */
    ErpCacheProperties usable() {
        notNegative("products", products);
        notNegative("prices", prices);
        notNegative("jobs", jobs);
        notNegative("stale-for", staleFor);
        notNegative("patience", patience);
        unless(maxRows > 0, "waybill.erp.cache.max-rows must be 1 or more, not %d.".formatted(maxRows));
        return this;
    }

    private static void notNegative(String name, Duration duration) {
        unless(
                !duration.isNegative(),
                "waybill.erp.cache.%s must not be negative; 0s switches it off.".formatted(name));
    }
}
