package io.waybill.hook;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.hooks}.
 *
 * @param allowHttp whether events may go out unencrypted beyond this machine
 * @param privateHosts host names and addresses that may be called though they are private, link-local or this machine
 * @param connectTimeout how long a receiver may take to accept a connection
 * @param responseTimeout how long it may take to answer, from the beginning to the end of the call
 */
@ConfigurationProperties("waybill.hooks")
record HookProperties(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue Set<String> privateHosts,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration responseTimeout) {

    private static final Duration LONGEST = Duration.ofSeconds(45);

    /** These, when events can go out with them; throws {@link Misconfigured} with the name of the one that is wrong. */
    HookProperties usable() {
        check("connect-timeout", connectTimeout);
        check("response-timeout", responseTimeout);
        return this;
    }

    /** Both together stay below {@link Deliveries#LEASE}. */
    private static void check(String name, Duration timeout) {
        unless(
                timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
                "waybill.hooks.%s must be more than 0 s and not more than 45 s, not %s.".formatted(name, timeout));
    }
}
