package io.waybill.home;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the integrator's folders and loads the Camel routes from there. */
@Configuration(proxyBeanMethods = false)
public class HomeConfiguration {

    /** As text: Spring takes a relative path for one below the web server's own folder where there is such a thing, and "." always is. */
    @Bean
    @ConditionalOnMissingBean
    Home home(@Value("${waybill.home:.}") String root) {
        return new Home(Path.of(root));
    }

    /**
     * Camel's own {@code routes-include-pattern} would find the same files, but its errors do not say which of them is wrong.
     */
    @Bean
    CamelContextConfiguration routesFromHome(Home home) {
        return routes(home, ".camel.yaml");
    }

    /** Of the routes of {@code home} those whose file names end so. */
    public static CamelContextConfiguration routes(Home home, String suffix) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                home.locations("routes", suffix).forEach(location -> load(camel, location));
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }

    private static void load(CamelContext camel, String location) {
        RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
        Resource file = PluginHelper.getResourceLoader(camel).resolveResource(location);
        try {
            loader.loadRoutes(file);
        } catch (Exception e) {
            throw new Misconfigured("Cannot load the Camel route %s: %s".formatted(location, rootMessage(e)), e);
        }
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip();
    }
}
