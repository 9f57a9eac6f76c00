package io.waybill.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comes back when a button or row is tapped: session, visit and option, so that a tap on an old message is known as one.
 *
 * <p>An option is named by its own id where that can travel, else by its place in the list ({@code #7}).
 */
record ReplyId(String session, int visit, String option) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,16})\\.([0-9]{1,9})\\.(.+)", Pattern.DOTALL);
    private static final Pattern TRAVELS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_:./+-]{0,119}");
    private static final String MORE = "@more";

    static Optional<ReplyId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ReplyId(form.group(1), Integer.parseInt(form.group(2)), form.group(3)))
                : Optional.empty();
    }

    /** The name of the option {@code id} at {@code index}. */
    static String option(String id, int index) {
        return TRAVELS.matcher(id).matches() ? id : "#" + index;
    }

    static String more(int nextPage) {
        return MORE + nextPage;
    }

    /** The page that a tap on "More" asks for. */
    Optional<Integer> morePage() {
        return option.matches(MORE + "[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(option.substring(MORE.length())))
                : Optional.empty();
    }

    /** The option that was tapped. */
    Optional<Choice> among(List<Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            if (option(choices.get(i).id(), i).equals(option)) {
                return Optional.of(choices.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return session + "." + visit + "." + option;
    }
}
