package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Asks Graph about a number of ours and its account, by the route {@code whatsapp-ask}; never throws for what can go wrong on the way. */
public class GraphAsk {

    private static final String ROUTE = "direct:whatsapp-ask";

    private final ProducerTemplate producer;
    private final Endpoint route;

    GraphAsk(CamelContext camel, ProducerTemplate producer) {
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    /** What came back. */
    public sealed interface Answer {

        /** @param at Graph's clock; null: it did not say */
        record Told(JsonNode body, @Nullable Instant at) implements Answer {}

        /** @param words Meta's own */
        record Refused(SendFailure failure, String words) implements Answer {

            /** Nothing else can be asked with this token. */
            public boolean isForToken() {
                return failure.code() != null && (failure.code() == 0 || failure.code() == 190);
            }
        }

        /** It is not known what Graph would say. */
        record Unreachable(String sentence) implements Answer {}
    }

    /** @param path below the version, such as {@code me/permissions} */
    public Answer get(WhatsAppChannel channel, String path) {
        return ask(channel, "GET", path);
    }

    /** Has something done, which needs no body. */
    public Answer post(WhatsAppChannel channel, String path) {
        return ask(channel, "POST", path);
    }

    private Answer ask(WhatsAppChannel channel, String method, String path) {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("graphUrl", channel.url(path));
        exchange.setVariable("graphMethod", method);
        exchange.setVariable("graphAuthorization", "Bearer " + channel.accessToken());
        producer.send(route, exchange);
        Exception exception = exchange.getException();
        return exception == null
                ? GraphAnswer.told(
                        exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                        exchange.getMessage().getBody(byte[].class),
                        time(exchange.getMessage().getHeader("Date", String.class)))
                : new Answer.Unreachable("Graph cannot be reached at %s (%s)."
                        .formatted(channel.baseUrl().get(), exception.getClass().getSimpleName()));
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
