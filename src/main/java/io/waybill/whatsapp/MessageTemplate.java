package io.waybill.whatsapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A message template as it stands in {@code templates/<name>.json}, worded as it was (or will be) approved at Meta:
 *
 * <pre>{@code
 * {
 *   "name": "order_cod_reminder",
 *   "category": "UTILITY",
 *   "languages": {
 *     "en": { "body": "Order {{1}} still waits for you.", "footer": "…", "buttons": ["Confirm"], "example": ["SO-1001"] }
 *   }
 * }
 * }</pre>
 *
 * @param languages Meta's language code (en, fr, pt_BR) to the words; the first one stands in for languages not listed
 */
public record MessageTemplate(String name, Category category, Map<String, Words> languages) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([0-9]+)}}");
    private static final int BODY_MAX = 1024;
    private static final int FOOTER_MAX = 60;
    private static final int BUTTONS_MAX = 10;
    private static final int BUTTON_MAX = 20;

    public MessageTemplate {
        require(name != null && NAME.matcher(name).matches(), "\"name\" has only small letters, digits and _");
        require(category != null, "\"category\" is missing");
        require(languages != null && !languages.isEmpty(), "\"languages\" is missing");
    }

    /** What Meta bills and limits a template as. */
    public enum Category {
        AUTHENTICATION,
        MARKETING,
        UTILITY
    }

    /**
     * The words of one language.
     *
     * @param body with {@code {{1}}}, {@code {{2}}} … neither at its beginning nor at its end
     * @param example one value for each placeholder; Meta asks for them when the template is submitted
     */
    public record Words(
            String body,
            @Nullable String footer,
            @JsonProperty(required = false) List<String> buttons,
            @JsonProperty(required = false) List<String> example) {

        public Words {
            buttons = Objects.requireNonNullElse(buttons, List.of());
            example = Objects.requireNonNullElse(example, List.of());
            require(body != null && !body.isBlank() && body.length() <= BODY_MAX, "\"body\" has 1 to 1024 characters");
            require(!body.startsWith("{{") && !body.endsWith("}}"), "\"body\" begins and ends with a word");
            require(footer == null || footer.length() <= FOOTER_MAX, "\"footer\" has at most 60 characters");
            require(buttons.size() <= BUTTONS_MAX, "there are at most 10 \"buttons\"");
            require(
                    buttons.stream().allMatch(title -> !title.isBlank() && title.length() <= BUTTON_MAX),
                    "a button has 1 to 20 characters");
            require(Set.copyOf(buttons).size() == buttons.size(), "no two buttons have the same title");
            require(example.size() == count(body), "\"example\" has one value for each of {{1}}, {{2}} … in \"body\"");
        }
    }

    /** The words of the one language a message goes out in. */
    record Wording(String language, Words words) {

        String body() {
            return words.body();
        }

        List<String> buttons() {
            return words.buttons();
        }

        int placeholders() {
            return words.example().size();
        }

        /** The message the template stands for, which inside the customer service window needs no approval. */
        Reply.Buttons fill(Reply.Template reply) {
            List<String> params = TemplatePayload.parameters(reply.params(), placeholders(), Integer.MAX_VALUE);
            String body = PLACEHOLDER
                    .matcher(words.body())
                    .replaceAll(found -> Matcher.quoteReplacement(params.get(Integer.parseInt(found.group(1)) - 1)));
            return new Reply.Buttons(body, words.footer(), options(reply.buttons()));
        }

        private List<Reply.Option> options(List<Reply.Option> payloads) {
            List<Reply.Option> options = new ArrayList<>();
            for (int i = 0; i < Math.max(payloads.size(), buttons().size()); i++) {
                // Meta, too, returns the label of a quick reply that was sent without payload.
                String title = i < buttons().size()
                        ? buttons().get(i)
                        : payloads.get(i).title();
                options.add(new Reply.Option(
                        i < payloads.size() ? payloads.get(i).id() : WireText.line(title), title, null));
            }
            return options;
        }
    }

    private static int count(String body) {
        var numbers = PLACEHOLDER
                .matcher(body)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        require(
                List.copyOf(numbers)
                        .equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList()),
                "placeholders are numbered from {{1}} without a gap");
        return numbers.size();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
