package io.waybill.whatsapp;

import io.waybill.message.Reply;
import io.waybill.whatsapp.MetaTemplate.Button;
import io.waybill.whatsapp.MetaTemplate.Header;
import io.waybill.whatsapp.MetaTemplate.Part;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A template with a value for each placeholder: none empty and none with line breaks, since Meta refuses anything else.
 *
 * @param values by {@link Placeholder#key}
 * @param file address of what a header that is a file shows; null: it is none
 * @param filename what customers save it as; null: the end of its address
 */
public record FilledTemplate(
        MetaTemplate template,
        Map<String, String> values,
        @Nullable String file,
        @Nullable String filename) {

    private static final String NOTHING = "-";

    /** @param values one for each placeholder, that of a button's address only what follows its fixed part */
    public static FilledTemplate of(MetaTemplate template, Map<String, String> values, @Nullable String file) {
        Map<String, String> lines = new LinkedHashMap<>();
        template.placeholders().forEach(place -> lines.put(place.key(), line(values.getOrDefault(place.key(), ""))));
        return new FilledTemplate(template, lines, file, null);
    }

    /** One whose header is no file. */
    public static FilledTemplate of(MetaTemplate template, Map<String, String> values) {
        return of(template, values, null);
    }

    /** The same with a file that is called {@code name}. */
    public FilledTemplate called(String name) {
        return new FilledTemplate(template, values, file, name);
    }

    /** As a flow says it: values in the order of the placeholders. */
    static FilledTemplate of(MetaTemplate template, Reply.Template reply) {
        List<Placeholder> places = template.placeholders();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(places.size(), reply.params().size()); i++) {
            values.put(places.get(i).key(), reply.params().get(i));
        }
        return of(template, values);
    }

    /** Outside the customer service window: Meta puts the values into what it has approved. */
    public WireMessage message(Recipient to) {
        return message(to, List.of());
    }

    /** @param payloads what its quick replies bring back when they are tapped, in order */
    public WireMessage message(Recipient to, List<Reply.Option> payloads) {
        return payload(payloads).to(to);
    }

    /** The message the template stands for, which inside the customer service window needs no approval. */
    public Reply words() {
        return words(List.of());
    }

    /** As a customer reads it, without the footer. */
    public String text() {
        StringBuilder text = new StringBuilder(said());
        for (int i = 0; i < template.buttons().size(); i++) {
            Button button = template.buttons().get(i);
            if (!button.target().isEmpty()) {
                text.append("\n\n").append(button.text()).append(": ").append(target(i));
            }
        }
        return text.toString();
    }

    TemplateBody payload(List<Reply.Option> payloads) {
        List<TemplateBody.Component> components = new ArrayList<>();
        TemplatePayload.text("header", header()).ifPresent(components::add);
        TemplatePayload.text("body", parameters(Part.BODY, TemplateRules.BODY_MAX))
                .ifPresent(components::add);
        int quickReplies = 0;
        for (int i = 0; i < template.buttons().size(); i++) {
            Button button = template.buttons().get(i);
            if (button.type().equals(Button.QUICK_REPLY) && quickReplies < payloads.size()) {
                components.add(TemplatePayload.button(
                        "quick_reply",
                        i,
                        TemplateBody.Parameter.payload(
                                payloads.get(quickReplies++).id())));
            }
        }
        for (Placeholder place : template.placeholders(Part.BUTTON)) {
            components.add(TemplatePayload.button(
                    "url", place.button(), TemplateBody.Parameter.text(null, values.get(place.key()))));
        }
        return TemplatePayload.template(template.name(), template.language(), components);
    }

    /** A message has room for one button with an address and no other; what has more buttons says its addresses in lines. */
    Reply words(List<Reply.Option> payloads) {
        HeaderFile shown = shown();
        if (payloads.isEmpty() && isOneLink()) {
            return new Reply.Link(
                    shown == null ? null : shown.header(),
                    said(),
                    template.footer(),
                    template.buttons().getFirst().text(),
                    target(0));
        }
        List<Reply.Option> options = options(payloads);
        if (shown == null) {
            return new Reply.Buttons(text(), template.footer(), options);
        }
        return options.isEmpty()
                ? shown.over(InteractivePayload.together(text(), template.footer()))
                : new Reply.Buttons(shown.header(), text(), template.footer(), options);
    }

    private boolean isOneLink() {
        return template.buttons().size() == 1
                && template.buttons().getFirst().type().equals(Button.URL)
                && InteractivePayload.opens(target(0));
    }

    String target(int button) {
        return filled(template.buttons().get(button).target(), "button." + button + ".");
    }

    /** Header and body. */
    String said() {
        Header header = template.header();
        String body = filled(template.body(), "body.");
        return header == null || header.text().isBlank()
                ? body
                : "*%s*\n\n%s".formatted(filled(header.text(), "header."), body);
    }

    private @Nullable HeaderFile shown() {
        return HeaderFile.of(template.header(), file, filename);
    }

    private List<TemplateBody.Parameter> header() {
        HeaderFile shown = shown();
        return shown == null
                ? parameters(Part.HEADER, TemplateRules.HEADER_MAX)
                : shown.onTheWire().map(TemplateBody.Parameter::file).stream().toList();
    }

    private List<TemplateBody.Parameter> parameters(Part part, int most) {
        List<Placeholder> places = template.placeholders(part);
        Header header = template.header();
        String text = part == Part.BODY ? template.body() : header == null ? "" : header.text();
        List<String> fitted =
                fitted(places.stream().map(place -> values.get(place.key())).toList(), most - text.length());
        return IntStream.range(0, places.size())
                .mapToObj(i -> TemplateBody.Parameter.text(
                        template.named() ? places.get(i).name() : null, fitted.get(i)))
                .toList();
    }

    private String filled(String text, String prefix) {
        return MetaTemplate.filled(text, name -> values.getOrDefault(prefix + name, NOTHING));
    }

    private List<Reply.Option> options(List<Reply.Option> payloads) {
        List<String> titles = template.quickReplies();
        List<Reply.Option> options = new ArrayList<>();
        for (int i = 0; i < Math.max(payloads.size(), titles.size()); i++) {
            // Meta, too, returns the label of a quick reply that was sent without payload.
            String title = i < titles.size() ? titles.get(i) : payloads.get(i).title();
            options.add(
                    new Reply.Option(i < payloads.size() ? payloads.get(i).id() : WireText.line(title), title, null));
        }
        return options;
    }

    static String line(String value) {
        String line = WireText.line(value);
        return WireText.blank(line) ? NOTHING : line;
    }

    /** These, each cut when they are together longer than {@code room}. */
    static List<String> fitted(List<String> lines, int room) {
        boolean fits = lines.stream().mapToInt(String::length).sum() <= room;
        return fits
                ? lines
                : lines.stream()
                        .map(line -> WireText.cut(line, Math.max(2, room / lines.size())))
                        .toList();
    }
}
