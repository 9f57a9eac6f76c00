package io.waybill.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import io.waybill.whatsapp.WhatsAppSimulator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnSimulator
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    private static final String PHONE_NUMBER_ID = "100000000000001";
    private static final String BUSINESS_ACCOUNT_ID = "200000000000001";

    @Bean
    SimulatorStore simulatorStore(JdbcClient jdbc, Clock clock) {
        return new SimulatorStore(jdbc, clock);
    }

    @Bean
    SimulatedReach simulatedReach() {
        return new SimulatedReach();
    }

    /** The same wire as to a real number, with secrets that nobody else can know. */
    @Bean
    WhatsAppSimulator whatsAppSimulator(Environment environment) {
        IntSupplier port = port(environment);
        String token = secret();
        return properties -> new WhatsAppChannel(
                WhatsAppChannel.MAIN,
                false,
                PHONE_NUMBER_ID,
                BUSINESS_ACCOUNT_ID,
                () -> token,
                secret(),
                secret(),
                () -> "http://127.0.0.1:%d/simulator/graph".formatted(port.getAsInt()),
                properties.graphVersion(),
                properties.messagesPerSecond());
    }

    @Bean
    SimulatedMeta simulatedMeta(WhatsAppChannels channels, ObjectMapper json, Environment environment, Clock clock) {
        return new SimulatedMeta(channels.main(), json, port(environment), clock);
    }

    private static IntSupplier port(Environment environment) {
        return () -> environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private static String secret() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
