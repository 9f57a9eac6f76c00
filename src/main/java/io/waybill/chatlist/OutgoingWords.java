package io.waybill.chatlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.chatlist.ThreadItem.FileItem;
import io.waybill.template.KnownTemplate;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.StoredMessage;
import io.waybill.whatsapp.TemplateMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message of ours says, read from what was kept to be sent. */
final class OutgoingWords {

    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker");
    private static final String OURS = "/media/";

    private final ObjectMapper json;
    private final TemplateCatalog templates;

    OutgoingWords(ObjectMapper json, TemplateCatalog templates) {
        this.json = json;
        this.templates = templates;
    }

    /** @param options titles of the buttons or rows it shows */
    record Said(String type, String text, @Nullable FileItem file, List<String> options) {}

    /** Of what was erased there is nothing to read. */
    Said of(String phoneNumberId, String payload) {
        JsonNode message = tree(payload);
        String type = message.path("type").asText("text");
        JsonNode body = message.path(type);
        if (type.equals("template")) {
            return template(phoneNumberId, body);
        }
        String text =
                message.path("type").isTextual() ? StoredMessage.read(payload).text() : "";
        return new Said(type, text, file(type, body), options(body.path("action")));
    }

    private JsonNode tree(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept message is not JSON.", e);
        }
    }

    private static @Nullable FileItem file(String type, JsonNode body) {
        JsonNode shown =
                body.path("header").path(body.path("header").path("type").asText());
        if (FILES.contains(type)) {
            return file(
                    type, body.path("link").textValue(), body.path("filename").textValue());
        }
        return shown.path("link").isTextual()
                ? file(
                        body.path("header").path("type").asText(),
                        shown.path("link").textValue(),
                        null)
                : null;
    }

    static FileItem file(String kind, @Nullable String link, @Nullable String filename) {
        return link != null && link.startsWith(OURS)
                ? new FileItem(kind, "/api/v1/media/" + link.substring(OURS.length()), null, filename)
                : new FileItem(kind, null, link, filename);
    }

    private static List<String> options(JsonNode action) {
        List<String> titles = new ArrayList<>();
        action.path("buttons")
                .forEach(button -> titles.add(button.at("/reply/title").asText()));
        action.path("sections")
                .forEach(section -> section.path("rows")
                        .forEach(row -> titles.add(row.path("title").asText())));
        JsonNode page = action.path("parameters").path("display_text");
        if (page.isTextual()) {
            titles.add(page.asText());
        }
        return titles;
    }

    private Said template(String phoneNumberId, JsonNode body) {
        String name = body.path("name").asText();
        String language = body.path("language").path("code").asText();
        Optional<MetaTemplate> known = templates.of(phoneNumberId, name).stream()
                .map(KnownTemplate::text)
                .filter(text -> text.language().equals(language))
                .findFirst();
        Map<String, String> values = TemplateMessage.values(body);
        FileItem file = null;
        for (JsonNode parameter : body.path("components").findPath("parameters")) {
            String kind = parameter.path("type").asText();
            if (FILES.contains(kind)) {
                file = file(kind, parameter.path(kind).path("link").textValue(), null);
            }
        }
        String text = known.map(found -> FilledTemplate.of(found, values).text())
                .orElseGet(() -> name + (values.isEmpty() ? "" : " · " + String.join(" · ", values.values())));
        return new Said(
                "template", text, file, known.map(MetaTemplate::quickReplies).orElse(List.of()));
    }
}
