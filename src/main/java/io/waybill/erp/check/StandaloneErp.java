package io.waybill.erp.check;

import static io.waybill.home.Misconfigured.unless;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.erp.ErpConfiguration;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpProperties;
import io.waybill.erp.SentFiles;
import io.waybill.home.HomeConfiguration;
import io.waybill.home.Misconfigured;
import io.waybill.home.Standalone;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The ERP side of the gateway alone, configured as the gateway is: no database, no web server, no WhatsApp.
 */
public final class StandaloneErp implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StandaloneErp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param properties win over the configuration that is found
     * @throws Misconfigured with the sentence that names what to change
     */
    public static StandaloneErp start(Map<String, String> properties) {
        return new StandaloneErp(Standalone.start(Parts.class, properties));
    }

    /** Checks the ERP that is configured. */
    public ErpCheck check() {
        return check(Clock.systemUTC());
    }

    ErpCheck check(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new ErpCheck(
                context.getBean(ErpGateway.class),
                clock,
                () -> Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not a configuration that the gateway's own scan would find. */
    @Import({HomeConfiguration.class, ErpConfiguration.class, RouteStandIns.class})
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Parts {

        Parts(ErpProperties properties) {
            unless(
                    !properties.isDemo(),
                    "No ERP is configured: set waybill.erp.base-url and waybill.erp.profile, or give --base-url and --profile. The demo ERP of a running gateway is at --base-url http://localhost:8080/demo-erp --profile demo.");
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        /** Nothing that is sent has a file, so it does not matter under which address the ERP would reach us. */
        @Bean
        SentFiles noFiles() {
            return new SentFiles() {
                @Override
                public Optional<SentFile> find(String id) {
                    return Optional.empty();
                }

                @Override
                public boolean haveLinks() {
                    return true;
                }
            };
        }
    }
}
