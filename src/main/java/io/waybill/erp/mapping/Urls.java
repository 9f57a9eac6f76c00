package io.waybill.erp.mapping;

import java.nio.charset.StandardCharsets;

/** Percent-encoding. */
public final class Urls {

    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private Urls() {}

    /** A value: everything but unreserved characters is encoded (RFC 3986, 2.3). */
    public static String encode(String value) {
        return encode(value, false);
    }

    /** What an author wrote: only what may not stand in a URL is encoded. */
    static String literal(String text) {
        return encode(text, true);
    }

    private static String encode(String text, boolean literal) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isAsciiLetterOrDigit(c)
                    || UNRESERVED.indexOf(c) >= 0
                    || literal && (RESERVED.indexOf(c) >= 0 || c == '%')) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
