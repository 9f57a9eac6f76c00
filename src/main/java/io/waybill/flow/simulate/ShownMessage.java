package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message on the customer's phone.
 *
 * @param payload what Graph gets
 * @param seen the same message in the form that holds its words: of a template, what it stands for
 * @param after how much of a {@link Input.Wait} had passed; zero for an answer
 */
public record ShownMessage(JsonNode payload, JsonNode seen, Duration after) {

    /** What can be tapped. */
    public record Option(String id, String title, @Nullable String note) {}

    /** How WhatsApp shows it: text, buttons, list, location_request, contact_request, image, document or template. */
    public String form() {
        if (!payload.path("type").asText().equals("interactive")) {
            return payload.path("type").asText();
        }
        return switch (payload.at("/interactive/type").asText()) {
            case "button" -> "buttons";
            case "location_request_message" -> "location_request";
            case "request_contact_info" -> "contact_request";
            default -> payload.at("/interactive/type").asText();
        };
    }

    public String text() {
        return switch (seen.path("type").asText()) {
            case "text" -> seen.at("/text/body").asText();
            case "interactive" -> seen.at("/interactive/body/text").asText();
            case "image" -> seen.at("/image/caption").asText();
            case "document" -> seen.at("/document/caption").asText();
            case "template" -> templateText();
            default -> "";
        };
    }

    /** Of a template that is known at Meta only. */
    private String templateText() {
        StringBuilder text = new StringBuilder(seen.at("/template/name").asText());
        for (JsonNode component : seen.at("/template/components")) {
            component.path("parameters").forEach(parameter -> {
                if (parameter.has("text")) {
                    text.append(" · ").append(parameter.path("text").asText());
                }
            });
        }
        return text.toString();
    }

    /** The template's name, when it goes out as one. */
    public @Nullable String template() {
        return payload.at("/template/name").textValue();
    }

    /** The link of an image or a document. */
    public @Nullable String link() {
        String link = payload.at("/image/link").textValue();
        return link == null ? payload.at("/document/link").textValue() : link;
    }

    public @Nullable String footer() {
        return seen.at("/interactive/footer/text").textValue();
    }

    /** What opens a list. */
    public @Nullable String button() {
        return seen.at("/interactive/action/button").textValue();
    }

    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        for (JsonNode button : seen.at("/interactive/action/buttons")) {
            options.add(option(button.path("reply")));
        }
        for (JsonNode section : seen.at("/interactive/action/sections")) {
            section.path("rows").forEach(row -> options.add(option(row)));
        }
        return options;
    }

    private static Option option(JsonNode json) {
        return new Option(
                json.path("id").asText(),
                json.path("title").asText(),
                json.path("description").textValue());
    }
}
