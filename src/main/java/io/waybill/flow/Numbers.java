package io.waybill.flow;

import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers as people type them, in the digits of any script. */
final class Numbers {

    private static final int LONGEST = 18;

    private Numbers() {}

    static Optional<BigInteger> whole(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int codePoint : digits.codePoints().toArray()) {
            int digit = Character.digit(codePoint, 10);
            if (digit < 0) {
                return Optional.empty();
            }
            plain.append(digit);
        }
        return Optional.of(new BigInteger(plain.toString()));
    }
}
