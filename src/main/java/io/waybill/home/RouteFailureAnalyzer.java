package io.waybill.home;

import io.waybill.home.Home.HomeFile;
import java.nio.file.Path;
import org.apache.camel.FailedToCreateRouteException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Names the file of a route that loads but does not start, as with a bean or a method that is not there. */
public final class RouteFailureAnalyzer extends AbstractFailureAnalyzer<FailedToCreateRouteException> {

    private final Home home;

    public RouteFailureAnalyzer(Environment environment) {
        this.home = new Home(Path.of(environment.getProperty("waybill.home", ".")));
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FailedToCreateRouteException cause) {
        String file = home.files("routes", ".camel.yaml").stream()
                .filter(candidate -> candidate.text().contains("id: " + cause.getRouteId()))
                .findFirst()
                .map(HomeFile::origin)
                .orElse("a file of routes/");
        return new FailureAnalysis(
                "Cannot start the Camel route \"%s\" of %s: %s"
                        .formatted(cause.getRouteId(), file, HomeConfiguration.rootMessage(cause)),
                null,
                cause);
    }
}
