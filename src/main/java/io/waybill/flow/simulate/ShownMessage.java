package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /**
     * How WhatsApp shows it: text, buttons, list, location_request, contact_request, image, video, audio, document, location,
     * contacts, link, product, products, catalog, form or template.
     */
    public String form() {
        if (!payload.path("type").asText().equals("interactive")) {
            return payload.path("type").asText();
        }
        return switch (payload.at("/interactive/type").asText()) {
            case "button" -> "buttons";
            case "location_request_message" -> "location_request";
            case "request_contact_info" -> "contact_request";
            case "cta_url" -> "link";
            case "product_list" -> "products";
            case "catalog_message" -> "catalog";
            case "flow" -> "form";
            default -> payload.at("/interactive/type").asText();
        };
    }

    public String text() {
        return switch (seen.path("type").asText()) {
            case "text" -> seen.at("/text/body").asText();
            case "interactive" -> seen.at("/interactive/body/text").asText();
            case "image" -> seen.at("/image/caption").asText();
            case "video" -> seen.at("/video/caption").asText();
            case "document" -> seen.at("/document/caption").asText();
            case "location" -> seen.at("/location/name").asText();
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

    /** What a file or a link button leads to; of a file that Waybill keeps itself our own name. */
    public @Nullable String link() {
        JsonNode file = payload.path(payload.path("type").asText());
        return Stream.of(file.path("link"), file.path("id"), payload.at("/interactive/action/parameters/url"))
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String footer() {
        return seen.at("/interactive/footer/text").textValue();
    }

    /** What opens a list or a page. */
    public @Nullable String button() {
        JsonNode action = seen.at("/interactive/action");
        String button = action.path("button").textValue();
        return button == null ? action.at("/parameters/display_text").textValue() : button;
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
