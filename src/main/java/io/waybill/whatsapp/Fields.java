package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.message.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON that may be anything: a field that is missing or of another type is absent, never an error. */
record Fields(JsonNode node) {

    private static final Pattern PHONE_DIGITS = Pattern.compile("\\+?([1-9][0-9]{4,14})");
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final int LONGEST_DECIMAL = 40;
    // Not 0: that is Meta's code for a rejected access token.
    private static final int NO_CODE = -1;

    Fields in(String name) {
        return new Fields(node.path(name));
    }

    boolean present() {
        return node.isObject();
    }

    /** The elements of a list; an object where a list belongs counts as its only element. */
    List<Fields> list(String name) {
        JsonNode list = node.path(name);
        if (list.isObject()) {
            return List.of(new Fields(list));
        }
        List<Fields> elements = new ArrayList<>();
        list.forEach(element -> elements.add(new Fields(element)));
        return elements;
    }

    /** Text as sent, blank included. */
    @Nullable
    String text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    /** Text or a whole number that is not blank. */
    @Nullable
    String filled(String name) {
        JsonNode value = node.path(name);
        String text = value.isIntegralNumber() ? value.asText() : value.textValue();
        return text == null || text.isBlank() ? null : text;
    }

    /** A number WhatsApp prints without plus, as E.164 with plus. */
    @Nullable
    String phone(String name) {
        String digits = filled(name);
        if (digits == null) {
            return null;
        }
        var matcher = PHONE_DIGITS.matcher(digits);
        return matcher.matches() ? "+" + matcher.group(1) : null;
    }

    @Nullable
    Instant time(String name) {
        String seconds = filled(name);
        return seconds != null && UNIX_SECONDS.matcher(seconds).matches()
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : null;
    }

    @Nullable
    BigDecimal decimal(String name) {
        JsonNode value = node.path(name);
        BigDecimal decimal = value.isNumber() ? value.decimalValue() : parsed(value.textValue());
        // 1e999999999 is a legal JSON number that fills the memory of whoever prints it.
        return decimal == null || decimal.precision() > LONGEST_DECIMAL || Math.abs(decimal.scale()) > LONGEST_DECIMAL
                ? null
                : decimal;
    }

    List<Problem> problems() {
        return list("errors").stream().map(Fields::problem).toList();
    }

    private Problem problem() {
        return new Problem(
                node.path("code").asInt(NO_CODE),
                text("title"),
                in("error_data").text("details"));
    }

    private static @Nullable BigDecimal parsed(@Nullable String text) {
        if (text == null || text.length() > LONGEST_DECIMAL) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
