package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A template by name, for Meta to fill in: what may be sent outside the customer service window. */
final class TemplatePayload {

    private static final int FILLED_MAX = 1024;

    private TemplatePayload() {}

    /** Of a template that is known at Meta only. */
    static TemplateBody of(Reply.Template reply) {
        List<String> params = FilledTemplate.fitted(
                reply.params().stream().map(FilledTemplate::line).toList(), FILLED_MAX / 2);
        List<TemplateBody.Component> components = new ArrayList<>();
        text(
                        "body",
                        params.stream()
                                .map(param -> TemplateBody.Parameter.text(null, param))
                                .toList())
                .ifPresent(components::add);
        for (int i = 0; i < reply.buttons().size(); i++) {
            components.add(button(
                    "quick_reply",
                    i,
                    TemplateBody.Parameter.payload(reply.buttons().get(i).id())));
        }
        return template(reply.name(), TemplateReader.language(reply.language()), components);
    }

    /** Empty without parameters: Meta refuses a component that fills nothing. */
    static Optional<TemplateBody.Component> text(String part, List<TemplateBody.Parameter> parameters) {
        return parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(new TemplateBody.Component(part, null, null, parameters));
    }

    static TemplateBody.Component button(String subType, int index, TemplateBody.Parameter parameter) {
        return new TemplateBody.Component("button", subType, Integer.toString(index), List.of(parameter));
    }

    static TemplateBody template(String name, String language, List<TemplateBody.Component> components) {
        return new TemplateBody(
                name, new TemplateBody.Language(language), components.isEmpty() ? null : List.copyOf(components));
    }
}
