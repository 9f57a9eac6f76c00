package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template in one language as Meta keeps it: what is sent to be approved, and what comes back in lists.
 *
 * @param named whether placeholders have names rather than numbers
 * @param header null: none
 * @param body empty where there is none
 * @param ttlSeconds how long Meta tries to deliver it; null: as long as Meta likes
 * @param examples of placeholders, and the handle of a header that is a file, by {@link Placeholder#key}
 * @param others types of components that Waybill does not know
 */
public record MetaTemplate(
        String name,
        String language,
        String category,
        boolean named,
        @Nullable Header header,
        String body,
        @Nullable String footer,
        List<Button> buttons,
        @Nullable Integer ttlSeconds,
        Map<String, String> examples,
        List<String> others) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    private static final Set<String> FILLED_BUTTONS = Set.of(Button.QUICK_REPLY, Button.URL, Button.PHONE_NUMBER);

    public MetaTemplate {
        buttons = List.copyOf(buttons);
        examples = Map.copyOf(examples);
        others = List.copyOf(others);
    }

    /** Whether customers would read the same. */
    public boolean saysTheSame(MetaTemplate other) {
        return Objects.equals(header, other.header)
                && body.equals(other.body)
                && Objects.equals(footer, other.footer)
                && buttons.equals(other.buttons);
    }

    /** @param format TEXT, IMAGE, VIDEO, DOCUMENT, GIF or LOCATION; only the first has a text */
    public record Header(String format, String text) {

        static final String TEXT = "TEXT";
        static final String IMAGE = "IMAGE";
        static final String VIDEO = "VIDEO";
        static final String DOCUMENT = "DOCUMENT";

        /** A picture, film or document, which each message brings along. */
        public boolean isFile() {
            return Set.of(IMAGE, VIDEO, DOCUMENT).contains(format);
        }
    }

    /** @param target the address or number behind it; empty for buttons without one */
    public record Button(String type, String text, String target) {

        static final String QUICK_REPLY = "QUICK_REPLY";
        static final String URL = "URL";
        static final String PHONE_NUMBER = "PHONE_NUMBER";

        /** What of an address is the same in each message. */
        public String fixedTarget() {
            return PLACEHOLDER.matcher(target).replaceAll("");
        }
    }

    /** The part of a template that a placeholder stands in. */
    public enum Part {
        HEADER,
        BODY,
        BUTTON
    }

    /**
     * A place for a value.
     *
     * @param key {@code header.1}, {@code body.order_number}, {@code button.0.1}
     * @param button which button, from 0; 0 elsewhere
     */
    public record Placeholder(String key, Part part, int button, String name) {}

    /** Reads what Meta lists or is asked to create; what is missing or of another type is left out. */
    public static MetaTemplate read(JsonNode json) {
        return TemplateReader.read(json);
    }

    /** In the order in which they stand, each once. */
    public List<Placeholder> placeholders() {
        List<Placeholder> all =
                new ArrayList<>(header == null ? List.of() : in("header.", header.text(), Part.HEADER, 0));
        all.addAll(in("body.", body, Part.BODY, 0));
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).type().equals(Button.URL)) {
                all.addAll(in("button." + i + ".", buttons.get(i).target(), Part.BUTTON, i));
            }
        }
        return all;
    }

    public List<Placeholder> placeholders(Part part) {
        return placeholders().stream()
                .filter(placeholder -> placeholder.part() == part)
                .toList();
    }

    /** Titles of the quick replies. */
    public List<String> quickReplies() {
        return buttons.stream()
                .filter(button -> button.type().equals(Button.QUICK_REPLY))
                .map(Button::text)
                .toList();
    }

    /** What keeps Waybill from filling it, as a sentence; null: nothing. */
    public @Nullable String unfillable() {
        if (header != null && !header.format().equals(Header.TEXT) && !header.isFile()) {
            return "Its header is a %s, which no variable has.".formatted(header.format());
        }
        return buttons.stream()
                .map(Button::type)
                .filter(type -> !FILLED_BUTTONS.contains(type))
                .findFirst()
                .or(() -> others.stream().findFirst())
                .map(type -> "It has a part of the type %s, which Waybill cannot fill.".formatted(type))
                .orElse(null);
    }

    /** {@code text} with each placeholder replaced by its value. */
    static String filled(String text, Function<String, String> value) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    private static List<Placeholder> in(String prefix, String text, Part part, int button) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .map(name -> new Placeholder(prefix + name, part, button, name))
                .toList();
    }
}
