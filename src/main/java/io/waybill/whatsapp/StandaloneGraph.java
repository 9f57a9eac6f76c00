package io.waybill.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.home.Home;
import io.waybill.home.HomeConfiguration;
import io.waybill.home.Misconfigured;
import io.waybill.home.Standalone;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The WhatsApp side of the gateway alone, configured as the gateway is: no database, no web server, no ERP. */
public final class StandaloneGraph implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StandaloneGraph(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param properties win over the configuration that is found
     * @throws Misconfigured with the sentence that names what to change
     */
    public static StandaloneGraph start(Map<String, String> properties) {
        return new StandaloneGraph(Standalone.start(Parts.class, properties));
    }

    public GraphAsk ask() {
        return context.getBean(GraphAsk.class);
    }

    public WhatsAppChannels channels() {
        return context.getBean(WhatsAppChannels.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not a configuration that the gateway's own scan would find. */
    @Import(WhatsAppConfiguration.class)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Parts {

        @Bean
        Home home(@Value("${waybill.home:.}") String root) {
            return new Home(Path.of(root));
        }

        @Bean
        CamelContextConfiguration routesToWhatsApp(Home home) {
            return HomeConfiguration.routes(home, "50-whatsapp.camel.yaml");
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        /** Nothing is sent. */
        @Bean
        OwnFiles noFiles() {
            return new OwnFiles() {
                @Override
                public Named name(WhatsAppChannel channel, String fileId) {
                    return new Named.NotNow(SendFailure.permanent("No files are sent from here."));
                }

                @Override
                public void forget(WhatsAppChannel channel, String fileId, String graphId) {}
            };
        }

        /** Where no number is configured, the gateway would talk to itself. */
        @Bean
        WhatsAppSimulator simulator() {
            return properties -> new WhatsAppChannel(
                    WhatsAppChannel.MAIN, false, "0", "", () -> "", "", "", () -> "", properties.graphVersion(), 1);
        }
    }
}
