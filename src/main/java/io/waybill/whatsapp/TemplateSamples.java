package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Hands Meta the example of a header that is a file, by its resumable upload API; the handle of it stands in the template. */
public class TemplateSamples {

    private static final String ROUTE = "direct:whatsapp-sample";

    private final AskRoute asks;
    private final ProducerTemplate producer;
    private final Endpoint route;

    TemplateSamples(CamelContext camel, ProducerTemplate producer) {
        this.asks = new AskRoute(camel, producer);
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    /** @param mime of what {@code bytes} are */
    public record Sample(String filename, String mime, byte[] bytes) {}

    /**
     * @return what {@code example.header_handle} says
     * @throws TemplateApi.Refused when Meta does not take it
     */
    public String handle(WhatsAppChannel channel, Sample sample) {
        // An upload belongs to the app of the token, which nobody has to configure.
        String app = text(ask(channel, "GET", channel.url("app?fields=id"), null), "id");
        String begin = "%s/uploads?file_name=%s&file_length=%d&file_type=%s"
                .formatted(app, encoded(sample.filename()), sample.bytes().length, encoded(sample.mime()));
        String upload = text(ask(channel, "POST", channel.url(begin), null), "id");
        return text(send(channel, upload, sample.bytes()), "h");
    }

    private JsonNode send(WhatsAppChannel channel, String upload, byte[] bytes) {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("graphUrl", channel.url(upload));
        exchange.setVariable("graphAuthorization", "OAuth " + channel.accessToken());
        exchange.getMessage().setBody(bytes);
        producer.send(route, exchange);
        if (exchange.getException() != null) {
            throw TemplateApi.unreached(exchange.getException());
        }
        return TemplateApi.answer(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                exchange.getMessage().getBody(byte[].class));
    }

    private JsonNode ask(WhatsAppChannel channel, String method, String url, @Nullable ObjectNode body) {
        try {
            AskRoute.Answer came = asks.ask(channel, method, url, body);
            return TemplateApi.answer(came.status(), came.body());
        } catch (AskRoute.Unanswered e) {
            throw TemplateApi.unreached(e);
        }
    }

    private static String text(JsonNode answer, String field) {
        String text = answer.path(field).asText();
        if (text.isEmpty()) {
            throw new TemplateApi.Refused("Meta took the file without saying where it is: try again later.", null);
        }
        return text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
