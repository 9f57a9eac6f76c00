package io.waybill.whatsapp;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text fitted to WhatsApp's limits, which are counted in UTF-16 units. What a reader sees as one character stays whole, unless it
 * is longer than the limit itself.
 */
final class WireText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。؟][\\s]");

    private WireText() {}

    /** Without NUL and halves of surrogate pairs. */
    static String storable(String text) {
        int first = firstUnstorable(text);
        if (first < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            if (unstorable(text, i)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    /** What may be sent: storable, and of the control characters only line feed and tab. */
    static String sendable(String text) {
        String storable = storable(text.replace("\u0000", "")).replace("\r\n", "\n");
        if (storable.chars().noneMatch(WireText::unsendable)) {
            return storable;
        }
        StringBuilder sendable = new StringBuilder(storable.length());
        storable.chars().filter(c -> !unsendable(c)).forEach(c -> sendable.append((char) c));
        return sendable.toString();
    }

    /** Sendable, on one line, without space at its ends or twice in a row. */
    static String line(String text) {
        return SPACES.matcher(sendable(text)).replaceAll(" ").strip();
    }

    /** True for what would come back from Meta just as it was sent. */
    static boolean isId(@Nullable String text, int max) {
        return text != null && !blank(text) && text.length() <= max && text.equals(line(text));
    }

    /** True when a reader would see nothing. */
    static boolean blank(String text) {
        return text.codePoints().allMatch(WireText::invisible);
    }

    /** At most {@code max} long; what is cut off is shown by an ellipsis. */
    static String cut(String text, int max) {
        return text.length() <= max ? text : head(text, max - 1).stripTrailing() + ELLIPSIS;
    }

    /** At most {@code max} long, cut in the middle, for texts that differ at their end. */
    static String cutMiddle(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        BreakIterator graphemes = graphemes(text);
        int tail = graphemes.following(text.length() - (max - 1) / 2 - 1);
        return head(text, max - 1 - (text.length() - tail)).stripTrailing() + ELLIPSIS + text.substring(tail);
    }

    /** Pieces of at most {@code first} (the first) and {@code rest} (all others), broken where a reader would break them. */
    static List<String> split(String text, int first, int rest) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int max = first;
        while (text.length() - start > max) {
            int end = start + breakIn(text.substring(start, Math.min(text.length(), start + max + 2)), max);
            addPiece(text.substring(start, end), pieces);
            start = end;
            max = rest;
        }
        addPiece(text.substring(start), pieces);
        return pieces;
    }

    /** As {@link #split}, but it is the last piece that has a limit of its own. */
    static List<String> splitBeforeLast(String text, int rest, int last) {
        String trimmed = text.stripTrailing();
        if (trimmed.length() <= last) {
            return blank(trimmed) ? List.of() : List.of(trimmed);
        }
        int start = lastPiece(trimmed, last);
        List<String> pieces = new ArrayList<>(split(trimmed.substring(0, start), rest, rest));
        addPiece(trimmed.substring(start), pieces);
        return pieces;
    }

    private static int lastPiece(String text, int last) {
        int earliest = text.length() - last;
        BreakIterator graphemes = graphemes(text);
        for (String separator : new String[] {"\n\n", "\n", " "}) {
            int found = text.indexOf(separator, earliest - separator.length());
            int start = found + separator.length();
            if (found >= 0 && start < text.length() && graphemes.isBoundary(start)) {
                return start;
            }
        }
        int boundary = graphemes.following(earliest - 1);
        return boundary < text.length() ? boundary : wholeCodePoint(text, earliest + 1);
    }

    /** @param window the text from its start to just past the limit */
    private static int breakIn(String window, int max) {
        BreakIterator graphemes = graphemes(window);
        int[] wishes = {
            after(window, "\n\n", max), after(window, "\n", max), afterSentence(window, max), after(window, " ", max)
        };
        for (int wish : wishes) {
            if (wish > max / 2 && graphemes.isBoundary(wish)) {
                return wish;
            }
        }
        return headEnd(window, graphemes, max);
    }

    private static int after(String window, String separator, int max) {
        return window.lastIndexOf(separator, max - separator.length()) + separator.length();
    }

    private static int afterSentence(String window, int max) {
        int end = 0;
        var sentence = SENTENCE_END.matcher(window);
        while (sentence.find() && sentence.end() <= max) {
            end = sentence.end();
        }
        return end;
    }

    private static String head(String text, int max) {
        return text.substring(0, headEnd(text, graphemes(text), max));
    }

    private static int headEnd(String text, BreakIterator graphemes, int max) {
        int end = graphemes.preceding(max + 1);
        return end > 0 ? end : wholeCodePoint(text, max);
    }

    private static int wholeCodePoint(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static BreakIterator graphemes(String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return graphemes;
    }

    private static void addPiece(String piece, List<String> pieces) {
        if (!blank(piece)) {
            pieces.add(piece.stripTrailing());
        }
    }

    private static int firstUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unstorable(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean unstorable(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return c == 0;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static boolean unsendable(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
