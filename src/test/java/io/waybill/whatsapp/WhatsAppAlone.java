package io.waybill.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.home.Home;
import java.nio.file.Path;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Our side of WhatsApp and nothing else of the gateway. Not a configuration that the gateway's own scan would find. */
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@Import(WhatsAppConfiguration.class)
public class WhatsAppAlone {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    OwnFiles files() {
        return noFiles();
    }

    /** Keeps none. */
    static OwnFiles noFiles() {
        return new OwnFiles() {
            @Override
            public Named name(WhatsAppChannel channel, String fileId) {
                return new Named.NotNow(SendFailure.permanent("There are no files here."));
            }

            @Override
            public void forget(WhatsAppChannel channel, String fileId, String graphId) {}
        };
    }

    @Bean
    Home home() {
        return new Home(Path.of(""));
    }
}
