package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Says what Meta would refuse in a message, by the limits of the Cloud API; lengths count UTF-16 units.
 *
 * <p>Where Meta's own pages disagree the stricter one is taken. A phone number without a plus is refused too: Meta would
 * send it to somebody else.
 */
public final class GraphJudge {
    private static final int INVALID = 100;
    private static final int VALUE = 131009;
    private static final int MISSING = 131008;
    private static final int UNSUPPORTED = 131051;

    private static final Set<String> ENVELOPE = Set.of(
            "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern NOT_DIALLED = Pattern.compile("[ ()-]");
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+\\S*");

    /** Why Meta would refuse: the error code and the words of {@code error_data.details}. */
    public record Refusal(int code, String details) {}

    private static final class Refused extends RuntimeException {
        private final Refusal refusal;

        Refused(int code, String details) {
            super(details, null, false, false);
            this.refusal = new Refusal(code, details);
        }
    }

    private static final Map<String, Consumer<JsonNode>> TYPES = Map.ofEntries(
            Map.entry("text", GraphJudge::text),
            Map.entry("image", media -> media(media, Set.of("caption"))),
            Map.entry("video", media -> media(media, Set.of("caption"))),
            Map.entry("audio", media -> media(media, Set.of("voice"))),
            Map.entry("document", media -> media(media, Set.of("caption", "filename"))),
            Map.entry("sticker", media -> media(media, Set.of())),
            Map.entry("location", GraphJudge::location),
            Map.entry("contacts", GraphJudge::contacts),
            Map.entry("reaction", GraphJudge::reaction),
            Map.entry("interactive", GraphJudge::interactive),
            Map.entry("template", GraphJudge::template));

    private static final Map<String, Consumer<JsonNode>> INTERACTIVE = Map.ofEntries(
            Map.entry("button", GraphJudge::buttons),
            Map.entry("list", GraphJudge::list),
            Map.entry("cta_url", GraphJudge::ctaUrl),
            Map.entry("location_request_message", i -> bare(i, "send_location")),
            Map.entry("request_contact_info", i -> bare(i, "request_contact_info")),
            Map.entry("address_message", GraphJudge::address),
            Map.entry("flow", GraphJudge::flow),
            Map.entry("product", GraphJudge::product),
            Map.entry("product_list", GraphJudge::productList),
            Map.entry("catalog_message", GraphJudge::catalog),
            Map.entry("carousel", GraphJudge::carousel));

    private GraphJudge() {}

    /** Empty when Meta would take the message. */
    public static Optional<Refusal> refusal(JsonNode message) {
        try {
            message(message);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.refusal);
        }
    }

    private static void message(JsonNode message) {
        check(message.isObject(), INVALID, "The request body must be a JSON object");
        wholeCharacters(message);
        check(
                "whatsapp".equals(message.path("messaging_product").asText()),
                INVALID,
                "messaging_product must be whatsapp");
        recipient(message);
        var type = message.path("type").asText();
        check(TYPES.containsKey(type), UNSUPPORTED, "Unsupported message type '" + type + "'");
        message.fieldNames()
                .forEachRemaining(field -> check(
                        ENVELOPE.contains(field) || field.equals(type), INVALID, "Unexpected key \"" + field + "\""));
        if (message.has("biz_opaque_callback_data")) {
            length(message.get("biz_opaque_callback_data"), 1, 512, "biz_opaque_callback_data");
        }
        if (message.has("context")) {
            check(!type.equals("reaction"), INVALID, "A reaction carries no context");
            only(message.get("context"), "context", Set.of("message_id"));
            length(message.at("/context/message_id"), 1, 512, "context.message_id");
        }
        check(message.has(type), MISSING, "Parameter '" + type + "' is required");
        TYPES.get(type).accept(message.get(type));
    }

    private static void recipient(JsonNode message) {
        var kind = message.path("recipient_type").asText("individual");
        check(kind.equals("individual"), VALUE, "recipient_type must be individual");
        if (message.has("to")) {
            var to = message.get("to");
            check(
                    to.isTextual()
                            && PHONE.matcher(NOT_DIALLED.matcher(to.asText()).replaceAll(""))
                                    .matches(),
                    VALUE,
                    "to must be a phone number with plus and country code, not " + to);
        } else {
            check(message.has("recipient"), MISSING, "The parameter to is required.");
            check(BSUID.matcher(message.get("recipient").asText()).matches(), VALUE, "recipient is not a BSUID");
        }
    }

    private static void text(JsonNode text) {
        only(text, "text", Set.of("body", "preview_url"));
        filled(text.path("body"), 4096, "text.body");
        check(
                !text.has("preview_url") || text.get("preview_url").isBoolean(),
                INVALID,
                "text.preview_url must be a boolean");
    }

    private static void media(JsonNode media, Set<String> extra) {
        var allowed = new HashSet<>(extra);
        allowed.addAll(Set.of("id", "link"));
        only(media, "media", allowed);
        check(media.has("id") != media.has("link"), INVALID, "Either id or link, not both");
        if (media.has("link")) {
            link(media.get("link"), "link");
        } else {
            filled(media.get("id"), 256, "id");
        }
        optional(media, "caption", 1024);
        optional(media, "filename", 240);
    }

    private static void location(JsonNode location) {
        only(location, "location", Set.of("latitude", "longitude", "name", "address"));
        degrees(location.path("latitude"), 90, "latitude");
        degrees(location.path("longitude"), 180, "longitude");
        optional(location, "name", 1000);
        optional(location, "address", 1000);
    }

    private static void degrees(JsonNode value, int limit, String name) {
        check(value.isTextual() || value.isNumber(), MISSING, name + " is required");
        check(
                value.asText().matches("-?[0-9]{1,3}(\\.[0-9]+)?") && Math.abs(value.asDouble()) <= limit,
                VALUE,
                name + " is not between -" + limit + " and " + limit);
    }

    private static void contacts(JsonNode contacts) {
        count(contacts, 1, 257, "contacts");
        contacts.forEach(contact -> filled(contact.at("/name/formatted_name"), 1024, "contacts.name.formatted_name"));
    }

    private static void reaction(JsonNode reaction) {
        only(reaction, "reaction", Set.of("message_id", "emoji"));
        filled(reaction.path("message_id"), 512, "reaction.message_id");
        length(reaction.path("emoji"), 0, 64, "reaction.emoji");
    }

    private static void interactive(JsonNode interactive) {
        var type = interactive.path("type").asText();
        check(INTERACTIVE.containsKey(type), INVALID, "Unknown interactive type '" + type + "'");
        only(interactive, "interactive", Set.of("type", "header", "body", "footer", "action"));
        check(interactive.path("action").isObject(), MISSING, "interactive.action is required");
        boolean bodyIsOptional = type.equals("product");
        if (interactive.has("body") || !bodyIsOptional) {
            only(interactive.path("body"), "interactive.body", Set.of("text"));
            filled(interactive.at("/body/text"), 1024, "interactive.body.text");
        }
        if (interactive.has("footer")) {
            only(interactive.get("footer"), "interactive.footer", Set.of("text"));
            filled(interactive.at("/footer/text"), 60, "interactive.footer.text");
        }
        INTERACTIVE.get(type).accept(interactive);
    }

    private static void header(JsonNode interactive, Set<String> kinds) {
        if (!interactive.has("header")) {
            return;
        }
        var header = interactive.get("header");
        var kind = header.path("type").asText();
        check(kinds.contains(kind), INVALID, "A header of type '" + kind + "' is not allowed here");
        only(header, "interactive.header", Set.of("type", kind));
        if (kind.equals("text")) {
            filled(header.path("text"), 60, "interactive.header.text");
        } else {
            media(header.path(kind), Set.of("filename"));
        }
    }

    private static void none(JsonNode interactive, String... parts) {
        for (var part : parts) {
            check(
                    !interactive.has(part),
                    INVALID,
                    "interactive." + part + " is not allowed for "
                            + interactive.path("type").asText());
        }
    }

    private static void buttons(JsonNode interactive) {
        header(interactive, Set.of("text", "image", "video", "document"));
        var action = interactive.get("action");
        only(action, "interactive.action", Set.of("buttons"));
        count(action.path("buttons"), 1, 3, "interactive.action.buttons");
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        for (var button : action.get("buttons")) {
            only(button, "button", Set.of("type", "reply"));
            check(button.path("type").asText().equals("reply"), INVALID, "button.type must be reply");
            only(button.path("reply"), "button.reply", Set.of("id", "title"));
            identifier(button.at("/reply/id"), 256, "button.reply.id", ids);
            filled(button.at("/reply/title"), 20, "button.reply.title");
            check(
                    titles.add(button.at("/reply/title").asText()),
                    VALUE,
                    "Duplicated title for reply buttons: " + button.at("/reply/title"));
        }
    }

    private static void list(JsonNode interactive) {
        header(interactive, Set.of("text"));
        var action = interactive.get("action");
        only(action, "interactive.action", Set.of("button", "sections"));
        filled(action.path("button"), 20, "interactive.action.button");
        count(action.path("sections"), 1, 10, "interactive.action.sections");
        var ids = new HashSet<String>();
        int rows = 0;
        for (var section : action.get("sections")) {
            only(section, "section", Set.of("title", "rows"));
            filled(section.path("title"), 24, "section.title");
            count(section.path("rows"), 1, 10, "section.rows");
            rows += section.get("rows").size();
            for (var row : section.get("rows")) {
                only(row, "row", Set.of("id", "title", "description"));
                identifier(row.path("id"), 200, "row.id", ids);
                filled(row.path("title"), 24, "row.title");
                optional(row, "description", 72);
            }
        }
        check(rows <= 10, VALUE, "Total row count exceeds the maximum of 10: " + rows);
    }

    private static void ctaUrl(JsonNode interactive) {
        header(interactive, Set.of("text", "image", "video", "document"));
        linkAction(interactive.get("action"));
    }

    private static void linkAction(JsonNode action) {
        only(action, "action", Set.of("name", "parameters"));
        named(action, "cta_url");
        only(action.path("parameters"), "action.parameters", Set.of("display_text", "url"));
        filled(action.at("/parameters/display_text"), 20, "action.parameters.display_text");
        link(action.at("/parameters/url"), "action.parameters.url");
    }

    private static void bare(JsonNode interactive, String name) {
        none(interactive, "header", "footer");
        only(interactive.get("action"), "interactive.action", Set.of("name"));
        named(interactive.get("action"), name);
    }

    private static void address(JsonNode interactive) {
        header(interactive, Set.of("text", "image", "video", "document"));
        var action = interactive.get("action");
        only(action, "interactive.action", Set.of("name", "parameters"));
        named(action, "address_message");
        var parameters = action.path("parameters");
        only(parameters, "action.parameters", Set.of("country", "values", "saved_addresses", "validation_errors"));
        check(
                parameters.path("country").asText().matches("[A-Z]{2}"),
                MISSING,
                "action.parameters.country is required");
        if (parameters.has("values")) {
            optional(parameters.get("values"), "in_pin_code", 6);
        }
    }

    private static void flow(JsonNode interactive) {
        header(interactive, Set.of("text", "image", "video", "document"));
        var action = interactive.get("action");
        only(action, "interactive.action", Set.of("name", "parameters"));
        named(action, "flow");
        var parameters = action.path("parameters");
        only(
                parameters,
                "action.parameters",
                Set.of(
                        "flow_message_version",
                        "flow_id",
                        "flow_name",
                        "flow_cta",
                        "flow_token",
                        "mode",
                        "flow_action",
                        "flow_action_payload"));
        check(
                parameters.path("flow_message_version").asText().equals("3"),
                INVALID,
                "flow_message_version must be \"3\"");
        check(parameters.has("flow_id") != parameters.has("flow_name"), INVALID, "Either flow_id or flow_name");
        filled(parameters.path("flow_cta"), 30, "flow_cta");
        if (parameters.path("flow_action").asText().equals("data_exchange")) {
            check(!parameters.has("flow_action_payload"), INVALID, "data_exchange carries no flow_action_payload");
        } else if (parameters.has("flow_action_payload")) {
            filled(parameters.at("/flow_action_payload/screen"), 256, "flow_action_payload.screen");
            var data = parameters.at("/flow_action_payload/data");
            check(
                    data.isMissingNode() || (data.isObject() && !data.isEmpty()),
                    INVALID,
                    "flow_action_payload.data must be a non-empty object");
        }
    }

    private static void product(JsonNode interactive) {
        none(interactive, "header");
        only(interactive.get("action"), "interactive.action", Set.of("catalog_id", "product_retailer_id"));
        filled(interactive.at("/action/catalog_id"), 256, "catalog_id");
        filled(interactive.at("/action/product_retailer_id"), 256, "product_retailer_id");
    }

    private static void productList(JsonNode interactive) {
        check(interactive.has("header"), MISSING, "interactive.header is required");
        header(interactive, Set.of("text"));
        var action = interactive.get("action");
        only(action, "interactive.action", Set.of("catalog_id", "sections"));
        filled(action.path("catalog_id"), 256, "catalog_id");
        count(action.path("sections"), 1, 10, "interactive.action.sections");
        int items = 0;
        for (var section : action.get("sections")) {
            only(section, "section", Set.of("title", "product_items"));
            filled(section.path("title"), 24, "section.title");
            count(section.path("product_items"), 1, 30, "section.product_items");
            items += section.get("product_items").size();
            section.get("product_items")
                    .forEach(item -> filled(item.path("product_retailer_id"), 256, "product_retailer_id"));
        }
        check(items <= 30, VALUE, "More than 30 products: " + items);
    }

    private static void catalog(JsonNode interactive) {
        none(interactive, "header");
        only(interactive.get("action"), "interactive.action", Set.of("name", "parameters"));
        named(interactive.get("action"), "catalog_message");
        if (interactive.get("action").has("parameters")) {
            only(interactive.at("/action/parameters"), "action.parameters", Set.of("thumbnail_product_retailer_id"));
            filled(interactive.at("/action/parameters/thumbnail_product_retailer_id"), 256, "thumbnail");
        }
    }

    private static void carousel(JsonNode interactive) {
        none(interactive, "header", "footer");
        only(interactive.get("action"), "interactive.action", Set.of("cards"));
        count(interactive.at("/action/cards"), 2, 10, "interactive.action.cards");
        var headers = new HashSet<String>();
        int index = 0;
        for (var card : interactive.at("/action/cards")) {
            only(card, "card", Set.of("card_index", "type", "header", "body", "action"));
            check(card.path("card_index").asInt(-1) == index++, INVALID, "card_index must count from 0");
            check(card.has("header"), MISSING, "card.header is required");
            header(card, Set.of("image", "video"));
            headers.add(card.at("/header/type").asText());
            if (card.has("body")) {
                filled(card.at("/body/text"), 160, "card.body.text");
                check(
                        card.at("/body/text")
                                        .asText()
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()
                                <= 2,
                        VALUE,
                        "card.body.text has more than 2 line breaks");
            }
            linkAction(card.path("action"));
        }
        check(headers.size() == 1, INVALID, "All card headers must be of one type");
    }

    private static void template(JsonNode template) {
        only(template, "template", Set.of("name", "language", "components"));
        check(
                template.path("name").asText().matches("[a-z0-9_]{1,512}"),
                VALUE,
                "template.name must be lower-case letters, digits and underscores");
        only(template.path("language"), "template.language", Set.of("code", "policy"));
        check(
                template.at("/language/code").asText().matches("[a-z]{2,3}([_-][A-Z]{2})?"),
                MISSING,
                "template.language.code is required");
        if (template.has("components")) {
            count(template.get("components"), 1, 20, "template.components");
            template.get("components").forEach(GraphJudge::component);
        }
    }

    private static void component(JsonNode component) {
        var type = component.path("type").asText();
        check(List.of("header", "body", "button").contains(type), INVALID, "Unknown component type '" + type + "'");
        only(
                component,
                "component",
                type.equals("button")
                        ? Set.of("type", "sub_type", "index", "parameters")
                        : Set.of("type", "parameters"));
        if (type.equals("button")) {
            check(component.path("index").asText().matches("[0-9]"), INVALID, "button index must be 0 to 9");
            check(
                    Set.of("quick_reply", "url", "copy_code", "flow", "catalog", "mpm")
                            .contains(component.path("sub_type").asText()),
                    INVALID,
                    "Unknown button sub_type " + component.path("sub_type"));
        }
        count(component.path("parameters"), 1, 100, "component.parameters");
        for (var parameter : component.get("parameters")) {
            var kind = parameter.path("type").asText();
            check(parameter.has(kind), MISSING, "Parameter of type '" + kind + "' has no value");
            if (kind.equals("text")) {
                templateText(parameter.get("text"), type);
            } else if (kind.equals("payload")) {
                filled(parameter.get("payload"), 256, "payload");
            } else if (Set.of("image", "video", "document").contains(kind)) {
                media(parameter.get(kind), Set.of("filename", "caption"));
            } else if (kind.equals("location")) {
                location(parameter.get("location"));
            }
        }
    }

    private static void templateText(JsonNode text, String component) {
        filled(text, component.equals("header") ? 60 : 1024, "template parameter");
        check(
                !text.asText().matches("(?s).*([\\n\\r\\t]| {5}).*"),
                INVALID,
                "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
    }

    private static void identifier(JsonNode id, int limit, String name, Set<String> seen) {
        filled(id, limit, name);
        check(id.asText().equals(id.asText().strip()), VALUE, name + " has leading or trailing spaces");
        check(seen.add(id.asText()), VALUE, "Duplicated " + name + ": " + id);
    }

    private static void named(JsonNode action, String name) {
        check(action.path("name").asText().equals(name), INVALID, "action.name must be " + name);
    }

    private static void link(JsonNode link, String name) {
        filled(link, 2048, name);
        check(LINK.matcher(link.asText()).matches(), VALUE, name + " is not a valid URI: " + link);
    }

    private static void count(JsonNode array, int least, int most, String name) {
        check(array.isArray(), MISSING, name + " is required");
        check(
                array.size() >= least && array.size() <= most,
                VALUE,
                name + " must have " + least + " to " + most + " elements, has " + array.size());
    }

    private static void optional(JsonNode object, String field, int most) {
        if (object.has(field)) {
            filled(object.get(field), most, field);
        }
    }

    /** Present, text, not blank and not too long. */
    private static void filled(JsonNode text, int most, String name) {
        length(text, 1, most, name);
        check(!text.asText().isBlank(), MISSING, name + " must not be blank");
    }

    private static void length(JsonNode text, int least, int most, String name) {
        check(text.isTextual(), MISSING, "The parameter " + name + " is required and must be text");
        int length = text.asText().length();
        check(length >= least, MISSING, name + " must not be empty");
        check(length <= most, VALUE, name + " is too long: " + length + " of " + most + " characters");
    }

    private static void only(JsonNode object, String name, Set<String> allowed) {
        check(object.isObject(), MISSING, "The parameter " + name + " is required and must be an object");
        object.fieldNames()
                .forEachRemaining(field ->
                        check(allowed.contains(field), INVALID, "Unexpected key \"" + field + "\" on " + name));
    }

    private static void wholeCharacters(JsonNode node) {
        if (node.isTextual()) {
            var text = node.asText();
            check(
                    text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF),
                    INVALID,
                    "Text with half a surrogate pair");
        }
        node.forEach(GraphJudge::wholeCharacters);
    }

    private static void check(boolean holds, int code, String details) {
        if (!holds) {
            throw new Refused(code, details);
        }
    }
}
