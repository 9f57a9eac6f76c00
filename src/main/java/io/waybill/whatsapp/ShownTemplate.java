package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a phone shows of a template message: the wire has the values only, the words are those that were approved.
 *
 * @param body header and body, filled
 */
public record ShownTemplate(String body, @Nullable String footer, List<Button> buttons) {

    public ShownTemplate {
        buttons = List.copyOf(buttons);
    }

    /** @param target the address or number behind it; empty: it is a quick reply */
    public record Button(String label, String target) {}

    /**
     * @param message as it is on the wire
     * @param texts the languages of a template, by its name
     * @return empty when it is no template, or one that nobody knows the words of
     */
    public static Optional<ShownTemplate> of(JsonNode message, Function<String, List<MetaTemplate>> texts) {
        JsonNode template = message.path("template");
        return template.isMissingNode()
                ? Optional.empty()
                : Templates.best(
                                texts.apply(template.path("name").asText()),
                                template.path("language").path("code").asText())
                        .map(words -> of(FilledTemplate.of(words, TemplateMessage.values(template))));
    }

    public static ShownTemplate of(FilledTemplate filled) {
        MetaTemplate words = filled.template();
        return new ShownTemplate(
                filled.said(),
                words.footer(),
                IntStream.range(0, words.buttons().size())
                        .mapToObj(i -> new Button(words.buttons().get(i).text(), filled.target(i)))
                        .toList());
    }
}
