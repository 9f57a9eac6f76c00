package io.waybill.home;

import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The folder of routes holds those to WhatsApp too, and no route starts without what it names. */
@TestConfiguration(proxyBeanMethods = false)
public class WhatsAppStandIns {

    @Bean
    HttpComponent graphHttp() {
        return new HttpComponent();
    }

    @Bean
    HttpComponent graphMediaHttp() {
        return new HttpComponent();
    }

    @Bean
    Wire mediaWire() {
        return new Wire();
    }

    /** Never called. */
    public static final class Wire {

        public void read(Exchange exchange) {
            throw new AssertionError("No test of this kind fetches media: " + exchange);
        }
    }
}
