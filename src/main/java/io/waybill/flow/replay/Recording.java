package io.waybill.flow.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.flow.Event;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Session;
import io.waybill.flow.World;
import io.waybill.message.InboundMessage;
import io.waybill.whatsapp.WebhookPayload;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it was: everything the engine was given, in one JSON document that needs nothing else to be replayed.
 *
 * @param flows {@code id@revision} to the text of the flow
 * @param turns in order; the first has a session to begin with
 */
public record Recording(Map<String, String> flows, List<RecordedTurn> turns) {

    static final String KEY = "recording";
    private static final int FORMAT = 1;

    public Recording {
        flows = Map.copyOf(flows);
        turns = List.copyOf(turns);
    }

    /**
     * @param before the session where replay can begin here; null where the one of the turn before goes on
     * @param published {@code id@revision}
     * @param fingerprint of what the turn came to
     */
    public record RecordedTurn(
            World world,
            List<String> published,
            Event event,
            @Nullable Session before,
            String fingerprint) {}

    /** The text is no recording, or lacks something; the message says what. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Empty when {@code text} does not mean to be a recording.
     *
     * @throws Broken when it does and is none
     */
    public static Optional<Recording> in(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text))
                    .filter(json -> json.has(KEY))
                    .map(Recording::read);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The document of what was kept.
     *
     * @param turns texts that {@link TurnRecorder} made, from one where replay can begin on
     * @param parts what they name
     * @param messages message id to the JSON it came as
     * @param flows {@code id@revision} to text
     */
    public static ObjectNode document(
            String phoneNumberId,
            List<String> turns,
            Map<String, String> parts,
            Map<String, String> messages,
            Map<String, String> flows) {
        ObjectNode document = Json.object().put(KEY, FORMAT).put("phone_number_id", phoneNumberId);
        ArrayNode recorded = document.putArray("turns");
        turns.forEach(turn -> recorded.add(Json.read(turn)));
        putAll(document.putObject("messages"), messages);
        putAll(document.putObject("parts"), parts);
        putAll(document.putObject("flows"), flows);
        return document;
    }

    private static void putAll(ObjectNode node, Map<String, String> texts) {
        texts.forEach(node::put);
    }

    /** The names of all parts that {@code turn} names. */
    public static List<String> partsOf(String turn) {
        JsonNode json = Json.read(turn);
        List<String> names = new ArrayList<>(List.of(json.path("world").asText()));
        names.addAll(json.at("/event/answers").findValuesAsText("part"));
        return names;
    }

    /** The name of the part that says what surrounded {@code turn}: see {@link #flowsOf}. */
    public static String worldOf(String turn) {
        return Json.read(turn).path("world").asText();
    }

    /** Each flow that a world names, as {@code id@revision}. */
    public static List<String> flowsOf(String world) {
        return WorldJson.flows(Json.read(world));
    }

    /** The message that {@code turn} is about, if it is about one. */
    public static List<String> messageOf(String turn) {
        return Json.read(turn).path("event").findValuesAsText("message");
    }

    /** True when replay can begin with {@code turn}. */
    public static boolean begins(String turn) {
        return Json.read(turn).has("before");
    }

    /** @throws Broken when it is none */
    public static Recording read(String text) {
        try {
            return read(Json.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new Broken("This is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws Broken when it is none */
    public static Recording read(JsonNode document) {
        if (document.path(KEY).intValue() != FORMAT) {
            throw new Broken("This is no recording of format %d: it has no \"%s\": %1$d.".formatted(FORMAT, KEY));
        }
        Map<String, String> flows = new LinkedHashMap<>();
        document.path("flows")
                .properties()
                .forEach(flow -> flows.put(flow.getKey(), flow.getValue().asText()));
        List<RecordedTurn> turns = new ArrayList<>();
        for (JsonNode turn : document.path("turns")) {
            turns.add(turn(turn, document));
        }
        if (turns.isEmpty() || turns.getFirst().before() == null) {
            throw new Broken("The recording has no turn to begin with.");
        }
        return new Recording(flows, turns);
    }

    private static RecordedTurn turn(JsonNode turn, JsonNode document) {
        try {
            JsonNode shared =
                    Json.read(text(document, "parts", turn.path("world").asText()));
            String phoneNumberId = document.path("phone_number_id").asText();
            World world = WorldJson.world(
                            Instant.parse(turn.path("at").asText()), WorldJson.customer(turn.path("customer")), shared)
                    .with(turn.has("tapped") ? WorldJson.tapped(turn.path("tapped")) : null);
            Event event = EventJson.read(
                    turn.path("event"),
                    id -> message(phoneNumberId, text(document, "messages", id)),
                    name -> text(document, "parts", name));
            Session before =
                    turn.has("before") ? Session.fromJson(turn.path("before").asText()) : null;
            return new RecordedTurn(
                    world,
                    WorldJson.flows(shared),
                    event,
                    before,
                    turn.path("turn").asText());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Broken("A turn of the recording cannot be read: " + e.getMessage(), e);
        }
    }

    private static InboundMessage message(String phoneNumberId, String json) {
        try {
            return WebhookPayload.stored(phoneNumberId, json);
        } catch (RuntimeException e) {
            throw new Broken("A message of the recording cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode document, String kind, String name) {
        JsonNode text = document.path(kind).path(name);
        if (!text.isTextual()) {
            throw new Broken("The recording lacks %s of its %s.".formatted(name, kind));
        }
        return text.textValue();
    }

    /** The flow of this name, compiled. */
    FlowDefinition flow(String name, FlowLoader loader) {
        String text = flows.get(name);
        if (text == null) {
            throw new Broken("The recording lacks the flow %s.".formatted(name));
        }
        try {
            return loader.load(text);
        } catch (FlowRejected e) {
            throw new Broken(
                    "The flow %s of the recording cannot be used any more: %s".formatted(name, e.getMessage()), e);
        }
    }
}
