package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.expression.Money;
import io.waybill.message.Content;
import io.waybill.whatsapp.MessagePayload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cart as the text of a message, written by a cart link and read when the customer sends it: one line for each product,
 * {@code 2 x T-shirt (Size: Large; Colour: Red) [P200]: KES 900.00}. Whatever else the text holds is for people; prices are never
 * read.
 */
public final class CartText {

    private static final int MAX_LINES = Cart.MAX_LINES;

    private static final Pattern LINE = Pattern.compile(
            "\\s*[*•-]?\\s*(\\d{1,7})\\s*[x×]\\s+(.+?)(?:\\s+\\(([^()]*:[^()]*)\\))?\\s*\\[([^\\[\\]]{1,100})\\]\\s*(?::.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

    private CartText() {}

    /** Neither id nor options may hold brackets, nor options a colon or a semicolon. */
    public record Line(int qty, String name, Map<String, String> options, String id, BigDecimal unitPrice) {

        private BigDecimal total(String currency) {
            return Money.times(unitPrice, qty, currency);
        }

        private String text(String currency, String language) {
            String chosen = options.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(option -> option.getKey() + ": " + option.getValue())
                    .collect(Collectors.joining("; "));
            return "%d x %s%s [%s]: %s"
                    .formatted(
                            qty,
                            BRACKETS.matcher(name).replaceAll(" ").strip(),
                            chosen.isEmpty() ? "" : " (" + chosen + ")",
                            id,
                            Money.format(total(currency), currency, language));
        }
    }

    /** @param total of the lines, each rounded to what can be paid in the currency */
    public record Written(String text, BigDecimal total) {}

    public static Written write(String greeting, List<Line> lines, String totalWord, String currency, String language) {
        BigDecimal total = lines.stream().map(line -> line.total(currency)).reduce(BigDecimal.ZERO, BigDecimal::add);
        String listed =
                lines.stream().map(line -> line.text(currency, language)).collect(Collectors.joining("\n"));
        return new Written(
                "%s\n%s\n%s: %s".formatted(greeting, listed, totalWord, Money.format(total, currency, language)),
                total);
    }

    /** What {@code text} lists, as {@code start.cart} has it; empty when it is no cart. */
    static Optional<ArrayNode> read(String text) {
        if (text.indexOf('[') < 0) {
            return Optional.empty();
        }
        ArrayNode items = Json.array();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .limit(MAX_LINES)
                .forEach(line -> {
                    ObjectNode item = items.addObject()
                            .put("id", line.group(4).strip())
                            .put("name", line.group(2).strip())
                            .put("qty", Integer.parseInt(line.group(1), 10));
                    if (line.group(3) != null) {
                        item.set("options", options(line.group(3)));
                    }
                });
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    /** The code of an order in a message that somebody who opened its link sends. */
    public static Optional<String> codeOfOrder(Content content) {
        return content instanceof Content.Text(String body) && body.contains("#O:")
                ? Code.ORDER.in(body)
                : Optional.empty();
    }

    private static ObjectNode options(String text) {
        ObjectNode options = Json.object();
        for (String option : text.split(";")) {
            int colon = option.indexOf(':');
            if (colon > 0) {
                options.put(
                        option.substring(0, colon).strip(),
                        option.substring(colon + 1).strip());
            }
        }
        return options;
    }

    /**
     * The code at the end of a chat link's text: {@code #P:P107} for a product, {@code #F:apply} for a flow, {@code #O:7K2Q…} for an
     * order that was made elsewhere.
     */
    public enum Code {
        PRODUCT,
        FLOW,
        ORDER;

        private static final Pattern CODE = Pattern.compile("(?:^|\\s)#([PFO]):(\\S{1,100})\\s*$");

        public String of(String id) {
            return "#%s:%s".formatted(name().substring(0, 1).toUpperCase(Locale.ROOT), id);
        }

        /** The id, where {@code text} is nothing but this code. */
        Optional<String> alone(String text) {
            return text.startsWith("#") ? in(text).filter(id -> of(id).equals(text)) : Optional.empty();
        }

        /** False for an id that no code can hold, or that would not come back from WhatsApp as it was sent. */
        public boolean holds(String id) {
            return MessagePayload.isOptionId(of(id))
                    && in(of(id)).filter(id::equals).isPresent();
        }

        /** The id that {@code text} ends with, if it ends with this code. */
        Optional<String> in(String text) {
            Matcher code = CODE.matcher(text);
            return code.find() && name().startsWith(code.group(1)) ? Optional.of(code.group(2)) : Optional.empty();
        }
    }
}
