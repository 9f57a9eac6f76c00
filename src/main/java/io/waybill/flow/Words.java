package io.waybill.flow;

import java.text.Normalizer;
import java.util.Locale;

/** Compares what people type with what we wrote. */
public final class Words {

    private Words() {}

    /** Without case, accents' spelling, surplus spaces and closing punctuation. */
    public static String normalise(String text) {
        String folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder result = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0') {
                result.append(c);
            } else if (!result.isEmpty() && result.charAt(result.length() - 1) != ' ') {
                result.append(' ');
            }
        }
        int end = result.length();
        while (end > 1 && ".!?… ".indexOf(result.charAt(end - 1)) >= 0) {
            end--;
        }
        result.setLength(end);
        return result.toString();
    }
}
