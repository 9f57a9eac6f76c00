package io.waybill.receipt;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Arabic letters in the shapes they have at the beginning, in the middle and at the end of what is joined.
 *
 * <p>Unicode has these shapes as characters, next to each other in a fixed order, and says of each which letter it is.
 */
final class ArabicShapes {

    private static final int TATWEEL = 0x640;
    private static final int JOINER = 0x200d;
    private static final int LAM = 0x644;
    private static final int FIRST = 0x600;

    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;

    /** Text of one letter, or of lam and alef, to the first of its shapes and how many there are. */
    private static final Map<String, Shapes> SHAPES = new HashMap<>();

    static {
        read('\ufe80', '\ufefc');
        read('\ufb50', '\ufbb1');
        read('\ufbd3', '\ufbe9');
        read('\ufbfc', '\ufbff');
    }

    private ArabicShapes() {}

    /** @param count 2: joins what is before; 4: joins on both sides */
    private record Shapes(char first, int count) {

        boolean joinsNext() {
            return count > INITIAL;
        }

        char form(boolean joinedBefore, boolean joinedAfter) {
            int form = joinedBefore ? joinedAfter ? MEDIAL : FINAL : joinedAfter ? INITIAL : 0;
            return (char) (first + form);
        }
    }

    private static void read(char from, char to) {
        char first = from;
        while (first <= to) {
            String letter = letters(String.valueOf(first));
            int count = 1;
            while (first + count <= to
                    && count < 4
                    && letters(String.valueOf((char) (first + count))).equals(letter)) {
                count++;
            }
            if (count > 1) {
                SHAPES.putIfAbsent(letter, new Shapes(first, count));
            }
            first += (char) count;
        }
    }

    /** The letters of what is one shape; any other text as it is. */
    static String unshape(String text) {
        return text.length() == 1 && isShape(text.charAt(0)) ? letters(text) : text;
    }

    private static boolean isShape(char c) {
        return c >= '\ufb50' && c <= '\ufdff' || c >= '\ufe70' && c <= '\ufefc';
    }

    private static String letters(String shaped) {
        return Normalizer.normalize(shaped, Normalizer.Form.NFKC);
    }

    static String shape(String text) {
        if (text.chars().noneMatch(c -> c >= FIRST && SHAPES.containsKey(String.valueOf((char) c)))) {
            return text;
        }
        StringBuilder shaped = new StringBuilder(text.length());
        boolean joined = false;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            next = at + 1;
            char c = text.charAt(at);
            if (isTransparent(c)) {
                shaped.append(c);
                continue;
            }
            Shapes shapes = SHAPES.get(text.substring(at, next));
            if (c == LAM && next < text.length() && SHAPES.get(text.substring(at, next + 1)) instanceof Shapes both) {
                shapes = both;
                next++;
            }
            boolean joins = shapes != null && shapes.joinsNext();
            shaped.append(shapes == null ? c : shapes.form(joined, joins && joinsBefore(text, next)));
            joined = joins || c == TATWEEL || c == JOINER;
        }
        return shaped.toString();
    }

    /** Whether the next letter takes the hand of the one before it. */
    private static boolean joinsBefore(String text, int from) {
        int at = from;
        while (at < text.length() && isTransparent(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == TATWEEL || c == JOINER || SHAPES.containsKey(String.valueOf(c));
    }

    /** Vowels and other marks stand above letters and do not part them. */
    private static boolean isTransparent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
