package io.waybill.flow;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What comes back on a tap: {@code session.visit.option}. It names the question it belongs to, so that a tap on an old message is
 * recognised.
 */
public record ReplyId(String session, int visit, String option) {

    /** Shows the page whose number follows; no option can have such a token. */
    private static final String MORE = "*more";

    private static final int MAX_OPTION = 120;
    private static final long MAX_PAGE = 1_000_000;

    /** The reply id of option {@code id}, which stands at {@code index} of all options. */
    static String of(String session, int visit, String id, int index) {
        return session + '.' + visit + '.' + token(id, index);
    }

    static String more(String session, int visit, int page) {
        return session + '.' + visit + '.' + MORE + page;
    }

    /** The page that a tap on "More" asks for; empty for a tap on an option. */
    OptionalInt morePage() {
        return option.startsWith(MORE)
                ? Digits.parse(option.substring(MORE.length()))
                        .map(page -> OptionalInt.of((int) Math.min(page, MAX_PAGE)))
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    /** The id itself where WhatsApp takes it as it is, else its place; neither can look like the other. */
    static String token(String id, int index) {
        return isPlain(id) ? id : "#" + index;
    }

    /** Empty for an id that is not ours. */
    public static Optional<ReplyId> parse(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 1 || second < first + 2 || second - first > 9 || second + 1 >= text.length()) {
            return Optional.empty();
        }
        for (int i = first + 1; i < second; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        int visit = Integer.parseInt(text, first + 1, second, 10);
        return Optional.of(new ReplyId(text.substring(0, first), visit, text.substring(second + 1)));
    }

    /** The same option in the question that was asked {@code other} times into the session. */
    public String at(int other) {
        return session + '.' + other + '.' + option;
    }

    private static boolean isPlain(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_OPTION
                && id.charAt(0) != '#'
                && id.charAt(0) != '*'
                && id.strip().length() == id.length()
                && id.codePoints().allMatch(ReplyId::isPrintable);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
