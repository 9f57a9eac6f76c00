package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path below the ERP's base URL with {@code {field}} placeholders, expanded as RFC 6570 says for simple expressions. */
final class PathTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private final String text;
    /** Literals and field names in turn; the first and the last are literals. */
    private final List<String> literals = new ArrayList<>();

    private final List<String> fields = new ArrayList<>();

    PathTemplate(String text) {
        this.text = text;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            literals.add(encode(text.substring(end, placeholder.start()), true));
            fields.add(placeholder.group(1));
            end = placeholder.end();
        }
        literals.add(encode(text.substring(end), true));
    }

    /** The request fields that stand in the path. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    /** The field that cannot stand in a path: absent, empty, or a dot segment that would lead to another path. */
    Optional<String> unfit(ObjectNode request) {
        return fields.stream()
                .filter(field -> {
                    String value = value(request, field);
                    return value.isEmpty() || value.equals(".") || value.equals("..");
                })
                .findFirst();
    }

    String expand(ObjectNode request) {
        StringBuilder path = new StringBuilder(literals.getFirst());
        for (int i = 0; i < fields.size(); i++) {
            path.append(encode(value(request, fields.get(i)), false)).append(literals.get(i + 1));
        }
        return path.toString();
    }

    private static String value(ObjectNode request, String field) {
        JsonNode value = request.path(field);
        return value.isValueNode() && !value.isNull() ? plain(value) : "";
    }

    /** A single value as text; decimals without an exponent. */
    static String plain(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Percent-encodes what may not stand in a URL; in a literal, what the writer of the template may have meant stays. */
    static String encode(String text, boolean literal) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isAsciiLetterOrDigit(c)
                    || UNRESERVED.indexOf(c) >= 0
                    || literal && (RESERVED.indexOf(c) >= 0 || c == '%')) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    @Override
    public String toString() {
        return text;
    }
}
