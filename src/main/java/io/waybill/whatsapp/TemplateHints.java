package io.waybill.whatsapp;

import io.waybill.whatsapp.MetaTemplate.Button;
import java.util.regex.Pattern;

/** Causes of rejection that Meta's reviewers are known for; none of them is certain. */
final class TemplateHints {

    private static final int SHOWN_IN_CHAT = 20;
    private static final Pattern SELLING = Pattern.compile(
            "(?iu)\\b(sale|discount|offer|deal|promo\\w*|coupon|voucher|free|buy now|limited time|remise|soldes?|offre|gratuit\\w*|réduction)\\b|%\\s*off");
    private static final Pattern SHORTENED =
            Pattern.compile("(?i)\\b(bit\\.ly|tinyurl\\.com|goo\\.gl|t\\.co|is\\.gd|wa\\.me)/");
    private static final Pattern NOT_OURS = Pattern.compile("(?i)://[^/]*\\bexample(\\.(com|org|net))?(/|$)");
    private static final Pattern SHOUTING = Pattern.compile("\\p{Lu}{4,}(\\s+\\p{Lu}{2,}){2,}");
    private static final Pattern GAP = Pattern.compile("\\n{3,}| {5,}|\\t");

    private TemplateHints() {}

    static void look(MetaTemplate template, TemplateRules rules) {
        String body = template.body();
        if (template.category().equals("UTILITY") && SELLING.matcher(body).find()) {
            rules.hint(
                    "category",
                    "It reads like advertising, which Meta takes out of UTILITY: leave such words out, or call it MARKETING.");
        }
        if (SHORTENED.matcher(body).find()
                || template.buttons().stream()
                        .anyMatch(button -> SHORTENED.matcher(button.target()).find())) {
            rules.hint("body", "Meta rejects shortened and wa.me links: use the address of your own site.");
        }
        if (SHOUTING.matcher(body).find()) {
            rules.hint("body", "Several words in capitals look like spam to reviewers: write them small.");
        }
        if (GAP.matcher(body).find()) {
            rules.hint("body", "Meta may refuse tabs, more than four spaces, or more than two line breaks in a row.");
        }
        if (template.language().startsWith("en")
                && body.codePoints().anyMatch(c -> c > 0x24F && Character.isLetter(c))) {
            rules.hint("language", "The words are not in the language that is named: reviewers reject a mixture.");
        }
        for (int i = 0; i < template.buttons().size(); i++) {
            button(template.buttons().get(i), "button " + (i + 1), rules);
        }
    }

    private static void button(Button button, String field, TemplateRules rules) {
        if (NOT_OURS.matcher(button.target()).find()) {
            rules.hint(field, "%s is nobody's site: put the address of your own.", button.fixedTarget());
        }
        if (button.type().equals(Button.QUICK_REPLY)) {
            if (button.text().length() > SHOWN_IN_CHAT) {
                rules.hint(
                        field,
                        "Within 24 hours of a customer's message it is shown as a button of 20 characters, and cut.");
            }
            if (button.text()
                    .codePoints()
                    .anyMatch(c ->
                            !Character.isLetterOrDigit(c) && !Character.isSpaceChar(c) && "'’-?!.,&".indexOf(c) < 0)) {
                rules.hint(field, "A quick reply is of letters and digits: Meta may refuse other signs.");
            }
        }
    }
}
