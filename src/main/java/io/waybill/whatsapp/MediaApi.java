package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files that customers sent, by the route {@code whatsapp-media}: Graph says where a file is, and it is fetched from
 * there. Our token goes to {@link MetaHosts} only, and no redirect is followed.
 */
public class MediaApi {

    private static final String ROUTE = "direct:whatsapp-media";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final WhatsAppChannels channels;
    private final ProducerTemplate producer;
    private final Endpoint route;

    MediaApi(WhatsAppChannels channels, CamelContext camel, ProducerTemplate producer) {
        this.channels = channels;
        this.producer = producer;
        this.route = camel.getEndpoint(ROUTE);
    }

    /** Takes the bytes of a file while they come. */
    @FunctionalInterface
    public interface Sink {

        /** @throws MediaTooLarge to end it */
        void take(InputStream bytes) throws IOException;
    }

    /**
     * Never throws for what can go wrong on the way; what {@code sink} throws goes through unless it is an {@link IOException}.
     *
     * @param phoneNumberId the number of ours it was sent to
     */
    public MediaResult fetch(String phoneNumberId, String mediaId, long maxBytes, Sink sink) {
        if (!ID.matcher(mediaId).matches()) {
            return new MediaResult.Missing("the message holds no media id.");
        }
        WhatsAppChannel channel = channels.of(phoneNumberId).orElse(null);
        if (channel == null) {
            return new MediaResult.Missing("the number it was sent to is not configured any more.");
        }
        try {
            // An address ends after five minutes, which may be just now; then there is a new one.
            return fetchOnce(channel, mediaId, maxBytes, sink)
                    .or(() -> fetchOnce(channel, mediaId, maxBytes, sink))
                    .orElseGet(() -> new MediaResult.Missing("it is not where Graph says it is."));
        } catch (NotFetched e) {
            return new MediaResult.Missing(String.valueOf(e.getMessage()));
        }
    }

    /** Empty when the address Graph gave is not valid any more. */
    private Optional<MediaResult> fetchOnce(WhatsAppChannel channel, String mediaId, long maxBytes, Sink sink) {
        Place place = place(channel, mediaId);
        if (place.size() != null && place.size() > maxBytes) {
            return Optional.of(new MediaResult.TooLarge());
        }
        if (!MetaHosts.include(place.url(), channel.baseUrl().get())) {
            throw new NotFetched("Graph says it is at a host that is not Meta's; nothing was asked there.");
        }
        try {
            int status = get(channel, place.url(), (answered, bytes) -> {
                if (answered == OK) {
                    sink.take(bytes);
                }
            });
            if (status == NOT_FOUND || status == UNAUTHORIZED) {
                return Optional.empty();
            }
            if (status != OK) {
                throw new NotFetched("Meta answered %d when it was fetched.".formatted(status));
            }
            return Optional.of(new MediaResult.Fetched(place.sha256(), place.size()));
        } catch (MediaTooLarge e) {
            return Optional.of(new MediaResult.TooLarge());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Place place(WhatsAppChannel channel, String mediaId) {
        JsonNode[] answer = {MissingNode.getInstance()};
        try {
            int status = get(
                    channel,
                    channel.mediaUrl(mediaId),
                    (answered, bytes) -> answer[0] = json(bytes.readNBytes(LONGEST_ANSWER)));
            Fields fields = new Fields(answer[0]);
            String url = fields.filled("url");
            if (status != OK || url == null) {
                throw new NotFetched("Graph answered %d when it was asked where it is: %s"
                        .formatted(
                                status,
                                fields.in("error").node().path("message").asText("it gave no address.")));
            }
            return new Place(url, fields.filled("sha256"), size(fields.filled("file_size")));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    /** @return the status; {@code reader} has seen the answer then */
    private int get(WhatsAppChannel channel, String url, MediaWire.Reader reader) throws IOException {
        Exchange exchange = route.createExchange(ExchangePattern.InOut);
        exchange.setVariable("mediaUrl", url);
        exchange.setVariable("graphAuthorization", "Bearer " + channel.accessToken());
        exchange.setVariable(MediaWire.READER, reader);
        producer.send(route, exchange);
        switch (exchange.getException()) {
            case null -> {
                return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
            }
            case IOException e -> throw e;
            case RuntimeCamelException e -> throw new IOException(e);
            case RuntimeException e -> throw e;
            case Exception e -> throw new IOException(e);
        }
    }

    private static NotFetched broken(IOException e) {
        return new NotFetched(
                e instanceof SocketTimeoutException
                        ? "Meta did not send all of it in time."
                        : "the connection to Meta broke off (%s)."
                                .formatted(e.getClass().getSimpleName()));
    }

    private record Place(
            String url, @Nullable String sha256, @Nullable Long size) {}

    /** The message is a sentence for an operator. */
    private static final class NotFetched extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFetched(String sentence) {
            super(sentence);
        }
    }
}
