package io.waybill.whatsapp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Meta's refusals about templates mean, and what to do. Here the subcode tells more than the code, which is 100 for most. */
final class TemplateErrors {

    private static final int EXISTS = 2388024;

    private static final Map<Integer, String> BY_SUBCODE = Map.ofEntries(
            Map.entry(2388040, "A text is longer than Meta allows: shorten it."),
            Map.entry(2388047, "Meta does not take the header: see its length, variables and format."),
            Map.entry(2388072, "Meta does not take the body: see its length, variables and line breaks."),
            Map.entry(2388073, "Meta does not take the footer: it has at most 60 characters and no variables."),
            Map.entry(2388293, "It has too many variables for its length: say more around them."),
            Map.entry(2388299, "A variable stands at the beginning or end: put words around it."),
            Map.entry(
                    2388019,
                    "The account has as many templates as Meta allows: delete some, or have the business verified."),
            Map.entry(
                    2388023,
                    "A template of this name and language is being deleted: wait 30 days, or choose another name."),
            Map.entry(
                    EXISTS,
                    "There is a template of this name and language already: edit that one, or choose another name."));

    private TemplateErrors() {}

    /** Whether Meta has a template of that name and language. */
    static boolean exists(Fields error) {
        return error.node().path("error_subcode").asInt() == EXISTS;
    }

    static String sentence(Fields error, int status) {
        int code = error.node().path("code").asInt(Integer.MIN_VALUE);
        String known = BY_SUBCODE.get(error.node().path("error_subcode").asInt());
        if (known == null && code == 192) {
            known = "Meta does not know the phone number of the button: write it with country code.";
        }
        if (code == Integer.MIN_VALUE) {
            return "Meta did not answer as Graph does (HTTP %d): try again later.".formatted(status);
        }
        String advice = known == null ? advice(code) : known;
        String details = details(error);
        return details == null ? advice : "%s Meta says: %s".formatted(advice, details);
    }

    /** 100 and its like are about messages elsewhere. */
    private static String advice(int code) {
        return switch (code) {
            case 100, 131009, 132000 -> "Meta refused the template (%d).".formatted(code);
            case 10, 200 ->
                "The access token lacks a permission: templates need whatsapp_business_management (%d)."
                        .formatted(code);
            default -> "%s (%d)".formatted(GraphErrors.classify(code, null).advice(), code);
        };
    }

    private static @Nullable String details(Fields error) {
        for (String name : new String[] {"error_user_msg", "message"}) {
            String text = error.filled(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
