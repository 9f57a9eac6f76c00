package io.waybill.erp.check;

import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;

/**
 * What the routes to WhatsApp and to hooks name, where there are none: they stand in the same folder as those to the ERP and start
 * with them; nothing is sent by them.
 */
// Not a configuration that the gateway's own scan would find.
public final class RouteStandIns {

    @Bean
    HttpComponent graphHttp() {
        return new HttpComponent();
    }

    @Bean
    HttpComponent graphMediaHttp() {
        return new HttpComponent();
    }

    @Bean
    HttpComponent hookHttp() {
        return new HttpComponent();
    }

    @Bean
    NoMedia mediaWire() {
        return new NoMedia();
    }

    /** Stands where the gateway reads files of customers. */
    public static final class NoMedia {

        /** Never called. */
        public void read(Exchange exchange) {
            throw new IllegalStateException("No files are fetched here: " + exchange.getFromRouteId());
        }
    }
}
