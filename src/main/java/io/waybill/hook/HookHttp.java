package io.waybill.hook;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events by the route {@code hook}, once each; safe to be called from many threads. */
final class HookHttp {

    private static final Logger log = LoggerFactory.getLogger(HookHttp.class);
    private static final String ROUTE = "direct:hook";

    private final ProducerTemplate producer;
    private final Endpoint route;

    HookHttp(CamelContext camel, ProducerTemplate producer) {
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    HookAnswer post(Delivery delivery, Instant at) {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("hookUrl", delivery.url());
        exchange.setVariable("webhookId", delivery.eventId());
        exchange.setVariable("webhookTimestamp", at.getEpochSecond());
        exchange.setVariable("webhookSignature", delivery.signature(at));
        exchange.getMessage().setBody(delivery.body().getBytes(StandardCharsets.UTF_8));
        producer.send(route, exchange);
        Exception failure = exchange.getException();
        if (failure != null) {
            log.debug("Delivery {} was not answered.", delivery.id(), failure);
            return new HookAnswer.Unanswered(why(failure));
        }
        return new HookAnswer.Answered(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class), text(exchange));
    }

    /** PostgreSQL keeps no text with a NUL in it. */
    private static String text(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8).replace("\0", "");
    }

    private static String why(Exception failure) {
        return switch (failure) {
            case DirectConsumerNotAvailableException none ->
                "There is no route for hooks: put 60-hooks.camel.yaml into your routes folder.";
            case Receivers.Refused refused -> String.valueOf(refused.getMessage());
            case ConnectTimeoutException slow -> "The receiver does not accept a connection in time.";
            case UnknownHostException unknown -> "The receiver's host name is not known.";
            case ConnectException refused -> "The receiver refuses the connection. Is it running?";
            case SSLException distrust -> "No secure connection to the receiver. Look at its certificate.";
            default -> "The receiver gave no complete answer in time.";
        };
    }
}
