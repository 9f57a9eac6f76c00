package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** The route {@code whatsapp-ask}: one call to Graph that is not a message, and what came back. */
final class AskRoute {

    private static final String ROUTE = "direct:whatsapp-ask";

    private final ProducerTemplate producer;
    private final Endpoint route;

    AskRoute(CamelContext camel, ProducerTemplate producer) {
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    /**
     * @param body as it came, be it Graph's or a proxy's
     * @param at the clock of who answered; null: it did not say
     */
    record Answer(
            int status, byte @Nullable [] body, @Nullable Instant at) {}

    /** Nothing came back. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(Exception cause) {
            super(cause);
        }
    }

    Answer ask(WhatsAppChannel channel, String method, String url, @Nullable ObjectNode body) throws Unanswered {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("graphUrl", url);
        exchange.setVariable("graphMethod", method);
        exchange.setVariable("graphAuthorization", "Bearer " + channel.accessToken());
        exchange.getMessage().setBody(body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8));
        producer.send(route, exchange);
        if (exchange.getException() != null) {
            throw new Unanswered(exchange.getException());
        }
        return new Answer(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                exchange.getMessage().getBody(byte[].class),
                time(exchange.getMessage().getHeader("Date", String.class)));
    }

    private static @Nullable Instant time(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
