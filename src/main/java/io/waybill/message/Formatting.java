package io.waybill.message;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WhatsApp's marks for bold, italic, struck out and code, where nobody meant them: in what the ERP or a customer wrote.
 *
 * <p>Only marks that WhatsApp would read as a pair are touched: a zero-width space (U+200B) goes between such a mark and what
 * it would enclose, since a mark opens nothing before a space and closes nothing after one. It is that character and not U+2060
 * because every phone draws it as nothing, while older fonts show a box for U+2060. Marks in web addresses stay as they are.
 */
public final class Formatting {

    public static final char ZERO_WIDTH_SPACE = '\u200B';

    private static final String MARKS = "*_~`";
    private static final char CODE = '`';
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** {@code text} as it is, with what its author formatted. */
    private final StringBuilder text = new StringBuilder();

    /** Places of marks that nobody meant. */
    private final BitSet foreign = new BitSet();

    private final BitSet opensNothing = new BitSet();
    private final BitSet closesNothing = new BitSet();

    /** {@code text} without any formatting. */
    public static String off(String text) {
        return new Formatting().value(text, "").text();
    }

    /** Goes on with what the author of the text wrote. */
    public Formatting written(String part) {
        text.append(part);
        return this;
    }

    /**
     * Goes on with what was put in.
     *
     * @param meant marks that count as written by the author all the same
     */
    public Formatting value(String part, String meant) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (MARKS.indexOf(c) >= 0 && meant.indexOf(c) < 0) {
                foreign.set(text.length() + i);
            }
        }
        text.append(part);
        return this;
    }

    /** All of it, formatted as its author wrote it and not otherwise. */
    public String text() {
        if (foreign.isEmpty()) {
            return text.toString();
        }
        BitSet inAddresses = inAddresses();
        for (int i = 0; i < MARKS.length(); i++) {
            turnOff(MARKS.charAt(i), inAddresses);
        }
        return opensNothing.isEmpty() && closesNothing.isEmpty() ? text.toString() : spaced();
    }

    private BitSet inAddresses() {
        BitSet inAddresses = new BitSet();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            inAddresses.set(address.start(), address.end());
        }
        return inAddresses;
    }

    private void turnOff(char mark, BitSet inAddresses) {
        for (List<Integer> line : lines(mark, inAddresses)) {
            int at = 0;
            while (at < line.size()) {
                int opening = line.get(at);
                int closing = canOpen(opening) ? closing(line, at + 1) : line.size();
                if (closing == line.size() || !breaks(opening, line.get(closing))) {
                    // Nothing is enclosed, or the author enclosed it and what is within belongs to that.
                    at = closing == line.size() ? at + 1 : closing + 1;
                }
            }
        }
    }

    /** Where {@code mark} stands, line by line: only code goes on across lines. */
    private List<List<Integer>> lines(char mark, BitSet inAddresses) {
        List<List<Integer>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' && mark != CODE) {
                lines.add(new ArrayList<>());
            } else if (text.charAt(i) == mark && !inAddresses.get(i)) {
                lines.getLast().add(i);
            }
        }
        return lines;
    }

    /** The number of the mark that would close; that of none: the size. */
    private int closing(List<Integer> line, int from) {
        int at = from;
        while (at < line.size() && !(canClose(line.get(at)) && line.get(at) > line.get(from - 1) + 1)) {
            at++;
        }
        return at;
    }

    /** True when a mark of the pair is one that nobody meant, which encloses nothing from now on. */
    private boolean breaks(int opening, int closing) {
        opensNothing.set(opening, foreign.get(opening));
        closesNothing.set(closing, foreign.get(closing));
        return foreign.get(opening) || foreign.get(closing);
    }

    /** A space that goes beside a mark parts it from the letter that stood there. */
    private boolean canOpen(int at) {
        return !opensNothing.get(at)
                && (at == 0 || closesNothing.get(at) || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && at + 1 < text.length()
                && !isSpace(text.charAt(at + 1));
    }

    private boolean canClose(int at) {
        return !closesNothing.get(at)
                && at > 0
                && !isSpace(text.charAt(at - 1))
                && (at + 1 == text.length() || opensNothing.get(at) || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE;
    }

    private String spaced() {
        StringBuilder spaced =
                new StringBuilder(text.length() + opensNothing.cardinality() + closesNothing.cardinality());
        for (int i = 0; i < text.length(); i++) {
            if (closesNothing.get(i)) {
                spaced.append(ZERO_WIDTH_SPACE);
            }
            spaced.append(text.charAt(i));
            if (opensNothing.get(i)) {
                spaced.append(ZERO_WIDTH_SPACE);
            }
        }
        return spaced.toString();
    }
}
