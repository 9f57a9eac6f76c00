package io.waybill.flow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares what people type with words: case, accents and outer punctuation do not matter. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OUTER = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Longer messages are no command. */
    private static final int LONGEST = 200;

    private Words() {}

    static boolean same(String word, String message) {
        return message.length() <= LONGEST && fold(word).equals(fold(message));
    }

    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String trimmed = OUTER.matcher(plain).replaceAll("");
        return SPACE.matcher(trimmed).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
