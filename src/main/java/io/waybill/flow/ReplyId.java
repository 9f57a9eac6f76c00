package io.waybill.flow;

import io.waybill.message.Content;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What comes back on a tap: {@code session.visit.option}. It names the question it belongs to, so that a tap on an old message is
 * recognised.
 *
 * @param about the ERP's key of the order that the question is about, which stands before the option with its length:
 *     {@code session.visit.*4:1001.option}; null: it is about none
 */
public record ReplyId(
        String session, int visit, String option, @Nullable String about) {

    /** In the place of the session where no question was asked in one: a tap begins the flow that starts by it. No session is called so. */
    public static final String FEEDBACK = "@feedback";

    /** The same for other questions about an order. */
    public static final String ORDER = "@order";

    /** Shows the page whose number follows; no option can have such a token. */
    private static final String MORE = "*more";

    private static final int MAX_OPTION = 120;
    private static final int MAX_ABOUT = 64;
    private static final long MAX_PAGE = 1_000_000;
    private static final Pattern ABOUT = Pattern.compile("\\*([1-9][0-9]?):.*", Pattern.DOTALL);

    /**
     * The reply id of option {@code id}, which stands at {@code index} of all options.
     *
     * @param about left out where WhatsApp does not take it as it is
     */
    static String of(String session, int visit, String id, int index, @Nullable String about) {
        return written(session, visit, token(id, index), about);
    }

    /**
     * What comes back on a tap on {@code option} of a question about an order that no flow asked; empty where WhatsApp does not take the
     * order's key.
     *
     * @param trigger of the flow that the tap begins, {@link #ORDER} or {@link #FEEDBACK}
     */
    public static Optional<String> beginning(String trigger, String externalOrderId, String option) {
        return externalOrderId.length() <= MAX_ABOUT && isPlain(externalOrderId)
                ? Optional.of(written(trigger, 0, option, externalOrderId))
                : Optional.empty();
    }

    /** True for a tap that gives feedback about an order. */
    boolean isFeedback() {
        return session.equals(FEEDBACK);
    }

    /** The ERP's key of the order that a tap gives feedback about. */
    public static Optional<String> feedbackIn(Content content) {
        return in(content).filter(ReplyId::isFeedback).map(ReplyId::about);
    }

    private static String written(String session, int visit, String option, @Nullable String about) {
        String reference = about != null && about.length() <= MAX_ABOUT && isPlain(about)
                ? "*%d:%s.".formatted(about.length(), about)
                : "";
        return session + '.' + visit + '.' + reference + option;
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
        return Optional.of(of(text.substring(0, first), visit, text.substring(second + 1)));
    }

    private static ReplyId of(String session, int visit, String rest) {
        Matcher reference = ABOUT.matcher(rest);
        if (reference.matches()) {
            int from = reference.end(1) + 1;
            int to = from + Integer.parseInt(reference.group(1));
            if (to + 1 < rest.length() && rest.charAt(to) == '.') {
                return new ReplyId(session, visit, rest.substring(to + 1), rest.substring(from, to));
            }
        }
        return new ReplyId(session, visit, rest, null);
    }

    /** The ERP's key of the order that a tap names. */
    public static Optional<String> orderIn(Content content) {
        return in(content).map(ReplyId::about);
    }

    private static Optional<ReplyId> in(Content content) {
        return switch (content) {
            case Content.Tap tap -> parse(tap.id());
            case Content.QuickReply reply -> parse(reply.payload());
            default -> Optional.empty();
        };
    }

    /** The same option in the question that was asked {@code other} times into the session. */
    public String at(int other) {
        return written(session, other, option, about);
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
