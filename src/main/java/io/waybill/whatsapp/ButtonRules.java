package io.waybill.whatsapp;

import io.waybill.whatsapp.MetaTemplate.Button;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How many buttons of which kind a template may have, in which order, and what each must say. */
final class ButtonRules {

    private static final int MOST = 10;
    private static final int TEXT_MAX = 25;
    private static final int ADDRESS_MAX = 2000;
    private static final int CODE_MAX = 15;
    private static final String COPY_CODE = "COPY_CODE";
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{4,20}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}/]+\\S*");
    /** Kinds to how many of one a template may have. */
    private static final Map<String, Integer> LIMITS = Map.of(
            Button.QUICK_REPLY,
            10,
            Button.URL,
            2,
            Button.PHONE_NUMBER,
            1,
            COPY_CODE,
            1,
            "FLOW",
            1,
            "CATALOG",
            1,
            "MPM",
            1,
            "OTP",
            1,
            "REQUEST_CONTACT_INFO",
            1);
    /** Meta or the phone words these. */
    private static final Set<String> WORDED_BY_META = Set.of(COPY_CODE, "OTP", "REQUEST_CONTACT_INFO");

    private final MetaTemplate template;
    private final TemplateRules rules;

    ButtonRules(MetaTemplate template, TemplateRules rules) {
        this.template = template;
        this.rules = rules;
    }

    void check() {
        List<Button> buttons = template.buttons();
        rules.require(buttons.size() <= MOST, "buttons", "There are at most 10 buttons, not %d.", buttons.size());
        LIMITS.forEach((type, most) -> {
            long found = buttons.stream()
                    .filter(button -> button.type().equals(type))
                    .count();
            rules.require(
                    found <= most, "buttons", "A template has at most %d of the kind %s, not %d.", most, type, found);
        });
        rules.require(
                quickRepliesStandTogether(buttons),
                "buttons",
                "Quick replies stand together: put the other buttons before or after all of them.");
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < buttons.size(); i++) {
            Button button = buttons.get(i);
            String field = "button " + (i + 1);
            rules.require(
                    button.text().isEmpty() || titles.add(button.text()),
                    field,
                    "No two buttons have the same title: another one is called %s, too.",
                    button.text());
            check(button, field, "button." + i);
        }
    }

    private void check(Button button, String field, String key) {
        rules.require(
                LIMITS.containsKey(button.type()),
                field,
                "There is no button of the type %s: use QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, CATALOG or MPM.",
                button.type());
        if (!WORDED_BY_META.contains(button.type())) {
            rules.require(
                    !button.text().isBlank() && button.text().length() <= TEXT_MAX,
                    field,
                    "A button's text has 1 to 25 characters, not %d.",
                    button.text().length());
            rules.require(!button.text().contains("{{"), field, "A button's text has no variables.");
        }
        switch (button.type()) {
            case Button.URL -> address(button, field, key);
            case Button.PHONE_NUMBER ->
                rules.require(
                        PHONE.matcher(button.target()).matches()
                                && button.target().length() <= 20,
                        field,
                        "\"phone_number\" is a number with country code, of at most 20 characters.");
            case COPY_CODE -> {
                String example = template.examples().get(key);
                rules.require(
                        example != null && example.length() <= CODE_MAX,
                        field,
                        "Meta wants an example of the code, of at most 15 characters: give \"example\".");
            }
            default -> {}
        }
    }

    private void address(Button button, String field, String key) {
        String url = button.target();
        rules.require(
                ADDRESS.matcher(url).matches() && url.length() <= ADDRESS_MAX,
                field,
                "\"url\" is an address of at most 2000 characters that begins with https:// and a fixed host.");
        List<String> variables = MetaTemplate.PLACEHOLDER
                .matcher(url)
                .results()
                .map(found -> found.group())
                .toList();
        rules.require(
                variables.isEmpty() || variables.size() == 1 && url.endsWith(variables.getFirst()),
                field,
                "An address has one variable at most, at its end: put {{1}} last.");
        rules.require(
                variables.isEmpty() || template.examples().containsKey(key),
                field,
                "Meta wants an example for the variable of the address: give \"example\".");
    }

    private static boolean quickRepliesStandTogether(List<Button> buttons) {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            boolean before = buttons.get(i - 1).type().equals(Button.QUICK_REPLY);
            boolean now = buttons.get(i).type().equals(Button.QUICK_REPLY);
            changes += before == now ? 0 : 1;
        }
        boolean outside = !buttons.isEmpty() && !buttons.getFirst().type().equals(Button.QUICK_REPLY);
        return changes <= (outside ? 2 : 1);
    }
}
