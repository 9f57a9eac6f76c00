package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;

/** A template by name, for Meta to fill in: what may be sent outside the customer service window. */
final class TemplatePayload {

    private static final int FILLED_MAX = 1024;
    private static final String NOTHING = "-";

    private TemplatePayload() {}

    /** Of a template that is known at Meta only. */
    static TemplateBody of(Reply.Template reply) {
        List<String> params = parameters(reply.params(), reply.params().size(), FILLED_MAX / 2);
        return template(reply.name(), reply.language().replace('-', '_'), params, reply.buttons());
    }

    static TemplateBody of(Reply.Template reply, MessageTemplate.Wording wording) {
        List<String> params = parameters(
                reply.params(),
                wording.placeholders(),
                FILLED_MAX - wording.body().length());
        int buttons = Math.min(reply.buttons().size(), wording.buttons().size());
        return template(
                reply.name(), wording.language(), params, reply.buttons().subList(0, buttons));
    }

    /** Exactly {@code count} values, none empty, none with line breaks, together short enough: Meta refuses anything else. */
    static List<String> parameters(List<String> values, int count, int room) {
        List<String> params = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = i < values.size() ? WireText.line(values.get(i)) : "";
            params.add(WireText.blank(line) ? NOTHING : line);
        }
        boolean fits = params.stream().mapToInt(String::length).sum() <= room;
        return fits
                ? params
                : params.stream()
                        .map(param -> WireText.cut(param, Math.max(2, room / count)))
                        .toList();
    }

    private static TemplateBody template(
            String name, String language, List<String> params, List<Reply.Option> buttons) {
        List<TemplateBody.Component> components = new ArrayList<>();
        if (!params.isEmpty()) {
            components.add(new TemplateBody.Component(
                    "body",
                    null,
                    null,
                    params.stream()
                            .map(param -> new TemplateBody.Parameter("text", param, null))
                            .toList()));
        }
        for (int i = 0; i < buttons.size(); i++) {
            TemplateBody.Parameter payload =
                    new TemplateBody.Parameter("payload", null, buttons.get(i).id());
            components.add(new TemplateBody.Component("button", "quick_reply", Integer.toString(i), List.of(payload)));
        }
        return new TemplateBody(
                name, new TemplateBody.Language(language), components.isEmpty() ? null : List.copyOf(components));
    }
}
