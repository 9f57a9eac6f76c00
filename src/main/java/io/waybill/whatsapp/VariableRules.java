package io.waybill.whatsapp;

import java.util.List;
import java.util.regex.Pattern;

/** Where variables may stand in a text of a template, how they are called, and that each has an example. */
final class VariableRules {

    private static final Pattern TOUCHING = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+(['’.-][\\p{L}\\p{N}]+)*");

    private final MetaTemplate template;
    private final TemplateRules rules;

    VariableRules(MetaTemplate template, TemplateRules rules) {
        this.template = template;
        this.rules = rules;
    }

    void checkBody() {
        String body = template.body();
        List<String> names = check("body", body);
        if (names.isEmpty()) {
            return;
        }
        rules.require(
                !body.strip().startsWith("{{") && !body.strip().endsWith("}}"),
                "body",
                "Meta refuses a variable at the very beginning or end: the body begins and ends with a word.");
        long words =
                WORDS.matcher(MetaTemplate.filled(body, name -> " ")).results().count();
        if (words <= names.size()) {
            rules.error(
                    "body",
                    "%d variables are too many for %d words: say more around them, or leave some out.",
                    names.size(),
                    words);
        } else if (words <= 2L * names.size()) {
            rules.hint(
                    "body",
                    "Meta may find %d variables too many for %d words: say more around them.",
                    names.size(),
                    words);
        }
    }

    /** The variables of {@code text}, each once. */
    List<String> check(String field, String text) {
        List<String> names = MetaTemplate.PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        String rest = MetaTemplate.filled(text, name -> "x");
        rules.require(
                !rest.contains("{{") && !rest.contains("}}"),
                field,
                template.named()
                        ? "A variable is written {{order_number}}: small letters, digits and _ between two pairs of braces, no spaces."
                        : "A variable is written {{1}}: a number between two pairs of braces, no spaces and none of # $ %%.");
        rules.require(
                !TOUCHING.matcher(text).find(), field, "Two variables touch: put a word or a comma between them.");
        if (template.named()) {
            rules.require(
                    names.stream().noneMatch(name -> Character.isDigit(name.charAt(0))),
                    field,
                    "With parameter_format NAMED a variable's name begins with a letter.");
        } else {
            numbered(field, names);
        }
        for (String name : names) {
            rules.require(
                    template.examples().containsKey(field + "." + name),
                    field + "." + name,
                    "Meta wants an example for each variable, and {{%s}} has none: give one value for each.",
                    name);
        }
        return names;
    }

    private void numbered(String field, List<String> names) {
        boolean numbers = names.stream().allMatch(name -> NUMBER.matcher(name).matches());
        rules.require(
                numbers,
                field,
                "Variables are numbers here: number them from {{1}}, or set parameter_format to NAMED.");
        rules.require(
                !numbers || names.stream().mapToInt(Integer::parseInt).max().orElse(0) == names.size(),
                field,
                "Variables are numbered from {{1}} without a gap.");
    }
}
