package io.waybill.flow;

import java.util.Optional;

/** Whole numbers as people of any script type them. */
final class Digits {

    private static final int MAX_LENGTH = 12;

    private Digits() {}

    /** Empty unless {@code text} is nothing but digits. */
    static Optional<Long> parse(String text) {
        String trimmed = text.strip();
        long number = 0;
        int count = 0;
        for (int i = 0; i < trimmed.length(); i += Character.charCount(trimmed.codePointAt(i))) {
            int digit = Character.digit(trimmed.codePointAt(i), 10);
            if (digit < 0 || ++count > MAX_LENGTH) {
                return Optional.empty();
            }
            number = number * 10 + digit;
        }
        return count == 0 ? Optional.empty() : Optional.of(number);
    }
}
