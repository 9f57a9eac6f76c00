package io.waybill.erp;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** The HTTP client of the ERP routes. Time-outs and pool have to be set on the component; an endpoint URI cannot. */
final class ErpHttpComponent extends HttpComponent {

    private final ErpSetup setup;
    private final ErpProperties properties;

    ErpHttpComponent(ErpSetup setup, ErpProperties properties) {
        this.setup = setup;
        this.properties = properties;
    }

    /**
     * Set as late as this because camel-http-starter copies its own defaults (three minutes, twenty connections, retries,
     * cookies) over every HTTP component in the Spring context, even after {@code doInit}.
     */
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        setConnectTimeout(setup.connectTimeout().toMillis());
        setConnectionRequestTimeout(setup.connectTimeout().toMillis());
        setResponseTimeout(setup.responseTimeout().toMillis());
        setSoTimeout(setup.responseTimeout().toMillis());
        // One ERP is one route for the pool.
        setMaxTotalConnections(properties.maxConnections());
        setConnectionsPerRoute(properties.maxConnections());
        // Otherwise the client sends a POST again after 429 and 503.
        setAutomaticRetriesDisabled(true);
        setRedirectHandlingDisabled(true);
        setCookieManagementDisabled(true);
        setAuthCachingDisabled(true);
        setCopyHeaders(false);
        setUserAgent("Waybill");
        setHttpClientConfigurer(this::addInterceptors);
        return super.createEndpoint(uri, remaining, parameters);
    }

    private void addInterceptors(HttpClientBuilder client) {
        client.addExecInterceptorFirst(
                "bounded-answers", new BoundedAnswers(properties.maxAnswerBytes(), setup.responseTimeout()));
        client.addExecInterceptorAfter(ChainElement.CONNECT.name(), "sent", new SentMark());
    }
}
