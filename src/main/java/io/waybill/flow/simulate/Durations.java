package io.waybill.flow.simulate;

import java.time.Duration;

/** Spans of time as flows and cases write them: a number and s, m, h or d. */
public final class Durations {

    private Durations() {}

    /** @throws IllegalArgumentException when {@code text} is none */
    static Duration parse(String text) {
        if (!text.matches("[1-9][0-9]{0,4}[smhd]")) {
            throw new IllegalArgumentException(
                    "A time is a number and s, m, h or d, such as 6h, not %s.".formatted(text));
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** As {@link #parse} reads it. */
    static String oneUnit(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 86_400 == 0
                ? seconds / 86_400 + "d"
                : seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** For people. */
    public static String text(Duration time) {
        long seconds = time.toSeconds();
        StringBuilder text = new StringBuilder();
        append(text, seconds / 3600, "h");
        append(text, seconds / 60 % 60, "m");
        append(text, seconds % 60, "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(text.isEmpty() ? "" : " ").append(number).append(unit);
        }
    }
}
