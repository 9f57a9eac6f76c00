package io.waybill.whatsapp;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends single messages of a number of ours to Graph by the route {@code whatsapp-send}; safe to be called from many threads. */
public class CloudApi {

    private static final Logger LOG = LoggerFactory.getLogger(CloudApi.class);
    private static final String ROUTE = "direct:whatsapp-send";

    private static final SendResult NOT_OURS = new SendResult.Failed(
            SendFailure.configuration(
                    "The number it is to be sent from is not configured any more: put its phone-number-id back into waybill.whatsapp."));

    private final WhatsAppChannels channels;
    private final ProducerTemplate producer;
    private final Endpoint route;
    private final FileSends files;
    private final MeterRegistry meters;

    CloudApi(
            WhatsAppChannels channels,
            CamelContext camel,
            ProducerTemplate producer,
            OwnFiles files,
            MeterRegistry meters) {
        this.channels = channels;
        this.producer = producer;
        this.files = new FileSends(files);
        this.meters = meters;
        route = camel.getEndpoint(ROUTE);
    }

    /** Sends once and never throws for what can go wrong on the way; {@code callbackData} comes back in every status. */
    public SendResult send(String phoneNumberId, WireMessage message, String callbackData) {
        Timer.Sample sample = Timer.start(meters);
        SendResult result = channels.of(phoneNumberId)
                .map(channel -> send(channel, message, callbackData))
                .orElse(NOT_OURS);
        sample.stop(meters.timer("waybill.whatsapp.sends", "outcome", outcome(result)));
        return result;
    }

    private SendResult send(WhatsAppChannel channel, WireMessage message, String callbackData) {
        Function<WireMessage, SendResult> sending = ready -> answer(post(channel, ready.bytes(callbackData)));
        String file = FileSends.fileIn(message);
        return file == null ? sending.apply(message) : files.send(channel, file, message, sending);
    }

    /** Shows the blue ticks and, with {@code typing}, the dots until we answer; best effort, never throws. */
    public void markRead(String phoneNumberId, String wamid, boolean typing) {
        StringBuilder body =
                new StringBuilder("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"");
        JsonStringEncoder.getInstance().quoteAsString(wamid, body);
        body.append(typing ? "\",\"typing_indicator\":{\"type\":\"text\"}}" : "\"}");
        channels.of(phoneNumberId)
                .ifPresent(channel -> markRead(post(channel, body.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private static void markRead(Exchange exchange) {
        if (exchange.getException() != null || status(exchange) != 200) {
            LOG.debug("Marking a message as read failed.", exchange.getException());
        }
    }

    private Exchange post(WhatsAppChannel channel, byte[] body) {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("graphUrl", channel.messagesUrl());
        exchange.setVariable("graphAuthorization", "Bearer " + channel.accessToken());
        exchange.getMessage().setBody(body);
        return producer.send(route, exchange);
    }

    private static SendResult answer(Exchange exchange) {
        Exception exception = exchange.getException();
        return exception == null
                ? GraphAnswer.read(status(exchange), exchange.getMessage().getBody(byte[].class))
                : new SendResult.Failed(GraphAnswer.unanswered(exception));
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    private static String outcome(SendResult result) {
        return switch (result) {
            case SendResult.Accepted accepted -> "accepted";
            case SendResult.Failed failed -> failed.failure().kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
