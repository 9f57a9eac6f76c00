package io.waybill.home;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A part of the gateway alone, configured as the gateway is, for commands: no web server, and only the beans it names. */
public final class Standalone {

    private Standalone() {}

    /**
     * @param parts the configuration of the part
     * @param properties win over the configuration that is found
     * @throws Misconfigured with the sentence that names what to change
     */
    public static ConfigurableApplicationContext start(Class<?> parts, Map<String, String> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
        try {
            return new SpringApplicationBuilder(parts)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .run(arguments);
        } catch (RuntimeException e) {
            throw Misconfigured.in(e);
        }
    }
}
