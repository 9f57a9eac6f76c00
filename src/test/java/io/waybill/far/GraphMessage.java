package io.waybill.far;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One request to send as FakeGraph saw it.
 *
 * @param at arrival, microseconds of the wall clock
 * @param recipient {@code to}, or the BSUID in {@code recipient}
 * @param text what the customer reads first: body, caption or the parameters of a template
 * @param wamid null unless accepted
 * @param outcome {@code accepted}, {@code read}, {@code refused: …} or the name of the fault
 */
public record GraphMessage(
        long seq,
        long at,
        String recipient,
        String type,
        String text,
        List<Option> options,
        String callbackData,
        String wamid,
        String outcome,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String body) {

    /** What the customer can tap; {@code kind} is {@code button}, {@code list} or {@code template}. */
    public record Option(String kind, String id, String title) {}

    @JsonIgnore
    public boolean isAccepted() {
        return wamid != null;
    }

    @JsonIgnore
    public JsonNode json() {
        return Json.read(body);
    }

    static GraphMessage of(long at, String recipient, JsonNode message, String body) {
        var type = message.path("type").asText();
        return new GraphMessage(
                0,
                at,
                recipient,
                type,
                textOf(type, message),
                optionsOf(message),
                message.path("biz_opaque_callback_data").asText(null),
                null,
                null,
                body);
    }

    GraphMessage ended(String outcome, String wamid) {
        return new GraphMessage(seq, at, recipient, type, text, options, callbackData, wamid, outcome, body);
    }

    GraphMessage numbered(long seq) {
        return new GraphMessage(seq, at, recipient, type, text, options, callbackData, wamid, outcome, body);
    }

    private static String textOf(String type, JsonNode message) {
        return switch (type) {
            case "text" -> message.at("/text/body").asText();
            case "interactive" -> message.at("/interactive/body/text").asText();
            case "template" ->
                message.at("/template/name").asText() + " "
                        + message.at("/template/components").findValuesAsText("text").stream()
                                .collect(Collectors.joining(" "));
            default -> message.path(type).path("caption").asText();
        };
    }

    private static List<Option> optionsOf(JsonNode message) {
        var action = message.at("/interactive/action");
        var options = new ArrayList<Option>();
        for (var button : action.path("buttons")) {
            options.add(new Option(
                    "button",
                    button.at("/reply/id").asText(),
                    button.at("/reply/title").asText()));
        }
        for (var section : action.path("sections")) {
            for (var row : section.path("rows")) {
                options.add(new Option(
                        "list", row.path("id").asText(), row.path("title").asText()));
            }
        }
        StreamSupport.stream(message.at("/template/components").spliterator(), false)
                .filter(component -> component.path("sub_type").asText().equals("quick_reply"))
                .map(component -> component.at("/parameters/0/payload").asText())
                .forEach(payload -> options.add(new Option("template", payload, payload)));
        return List.copyOf(options);
    }
}
