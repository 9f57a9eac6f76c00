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
    static WireBody.Template of(Reply.Template reply) {
        List<String> params = FilledTemplate.fitted(
                reply.params().stream().map(FilledTemplate::line).toList(), FILLED_MAX / 2);
        List<WireBody.Component> components = new ArrayList<>();
        text(
                        "body",
                        params.stream()
                                .map(param -> WireBody.Parameter.text(null, param))
                                .toList())
                .ifPresent(components::add);
        for (int i = 0; i < reply.buttons().size(); i++) {
            components.add(button(
                    "quick_reply",
                    i,
                    WireBody.Parameter.payload(reply.buttons().get(i).id())));
        }
        return template(reply.name(), TemplateReader.language(reply.language()), components);
    }

    /** Empty without parameters: Meta refuses a component that fills nothing. */
    static Optional<WireBody.Component> text(String part, List<WireBody.Parameter> parameters) {
        return parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(new WireBody.Component(part, null, null, parameters));
    }

    static WireBody.Component button(String subType, int index, WireBody.Parameter parameter) {
        return new WireBody.Component("button", subType, Integer.toString(index), List.of(parameter));
    }

    static WireBody.Template template(String name, String language, List<WireBody.Component> components) {
        return new WireBody.Template(
                name, new WireBody.Language(language), components.isEmpty() ? null : List.copyOf(components));
    }
}
