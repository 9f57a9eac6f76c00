package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Asks Graph about a number of ours and its account, by the route {@code whatsapp-ask}; never throws for what can go wrong on the way. */
public class GraphAsk {

    private final AskRoute route;

    GraphAsk(CamelContext camel, ProducerTemplate producer) {
        this.route = new AskRoute(camel, producer);
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
        try {
            return GraphAnswer.told(route.ask(channel, method, channel.url(path), null));
        } catch (AskRoute.Unanswered e) {
            return new Answer.Unreachable("Graph cannot be reached at %s (%s)."
                    .formatted(channel.baseUrl().get(), e.getCause().getClass().getSimpleName()));
        }
    }
}
