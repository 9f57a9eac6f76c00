package io.waybill.flow.lint;

import java.util.List;
import java.util.Set;

/** W1: what speakers of another language would read in the base language. */
record TranslationCheck() implements Check {

    @Override
    public void check(Subject subject, Report report) {
        Set<String> languages = subject.translations();
        if (languages.isEmpty()) {
            return;
        }
        for (Texts.Text text : Texts.of(subject)) {
            List<String> missing = languages.stream()
                    .filter(language ->
                            !subject.root().path("texts").path(language).has(text.name()))
                    .toList();
            if (!missing.isEmpty() && isProse(text.base())) {
                report.add(
                        Rule.W1,
                        text.pointer(),
                        "This has no translation to %s. Add \"%s\" to \"texts\".",
                        String.join(", ", missing),
                        text.name());
            }
        }
    }

    private static boolean isProse(String text) {
        return Sources.written(text).codePoints().anyMatch(Character::isLetter);
    }
}
