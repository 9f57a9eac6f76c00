package io.waybill.receipt;

import com.samskivert.mustache.Escapers;
import java.text.Normalizer;

/** Text as it can be printed: the same to a reader, and nothing in it that markup could be made of. */
final class Printable {

    private static final char UNKNOWN = '\ufffd';
    private static final int LEAST_SELECTOR = 0xfe00;
    private static final int LAST_SELECTOR = 0xfe0f;
    private static final int LEAST_TAG = 0xe0000;
    private static final int LAST_TAG = 0xe0fff;
    private static final int LEAST_SKIN_TONE = 0x1f3fb;
    private static final int LAST_SKIN_TONE = 0x1f3ff;

    private Printable() {}

    /** For an element or a quoted attribute. */
    static String html(String text) {
        return Escapers.HTML.escape(text(text));
    }

    /** With accents in the letters they belong to, where there are such; without hints to fonts in colour; all of it legal in XML. */
    static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !isHint(c))
                .map(c -> isLegal(c) ? c : UNKNOWN)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isHint(int c) {
        return c >= LEAST_SELECTOR && c <= LAST_SELECTOR
                || c >= LEAST_TAG && c <= LAST_TAG
                || c >= LEAST_SKIN_TONE && c <= LAST_SKIN_TONE;
    }

    /** By XML 1.0, which knows no control characters and no halves of characters. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xfffe
                || Character.isSupplementaryCodePoint(c);
    }
}
