package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Ask;
import io.waybill.flow.Step;
import io.waybill.flow.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** E8 and W4: lengths. Of a text with expressions only what is written in it counts; what is put in later is cut or split. */
record LimitCheck() implements Check {

    private static final int SCREEN = 700;

    @Override
    public void check(Subject subject, Report report) {
        for (Texts.Text text : Texts.of(subject)) {
            check(text, text.base(), text.pointer(), report);
            for (String language : subject.translations()) {
                JsonNode other = subject.root().path("texts").path(language).path(text.name());
                if (other.isTextual()) {
                    check(text, other.textValue(), "/texts/" + language + '/' + text.name(), report);
                }
            }
        }
        subject.steps().forEach(step -> alike(step, subject, report));
    }

    private static void check(Texts.Text text, String words, String pointer, Report report) {
        int length = Sources.written(words).length();
        int max = max(text.use());
        if (length > max) {
            report.add(
                    Rule.E8,
                    pointer,
                    "%s has %d characters at most, this has %d. Make it shorter.",
                    name(text.use()),
                    max,
                    length);
        } else if (length > SCREEN) {
            report.add(
                    Rule.W4,
                    pointer,
                    "This text of %d characters is longer than a phone's screen. Say it in fewer words, or in two steps.",
                    length);
        }
    }

    private static int max(Texts.Use use) {
        return switch (use) {
            case TITLE -> 80;
            case MENU, OPTION_BUTTON, OPTION_ROW -> 24;
            case MESSAGE -> 4096;
            case CAPTION, QUESTION -> 1024;
            case FOOTER, HEADING -> 60;
            case BUTTON -> 20;
            case LISTED -> 4096;
            case NOTE -> 72;
        };
    }

    private static String name(Texts.Use use) {
        return switch (use) {
            case TITLE -> "A title";
            case MENU -> "A row of the main menu";
            case MESSAGE, LISTED -> "A message";
            case CAPTION -> "The text with a picture, a file, a link or products";
            case QUESTION -> "The text of a question";
            case FOOTER -> "A footer";
            case BUTTON -> "A button";
            case HEADING -> "The title of products";
            case OPTION_BUTTON, OPTION_ROW -> "The title of an option";
            case NOTE -> "The note of an option";
        };
    }

    /** Two options with one title cannot be told apart by who types it. */
    private static void alike(Step step, Subject subject, Report report) {
        if (step.ask() == null || !(step.ask().options() instanceof Ask.Options.Fixed fixed)) {
            return;
        }
        JsonNode texts = subject.root().path("texts");
        JsonNode options = subject.json(step).path("ask").path("options");
        for (String language : languages(subject)) {
            Map<String, String> seen = new HashMap<>();
            for (int i = 0; i < fixed.options().size(); i++) {
                String id = fixed.options().get(i).id();
                String name = step.id() + ".options." + id;
                JsonNode translated = texts.path(language).path(name);
                String title = translated.isTextual()
                        ? translated.textValue()
                        : options.get(i).path("title").asText(id);
                if (seen.put(Words.normalise(title), id) != null) {
                    report.add(
                            Rule.E8,
                            translated.isTextual()
                                    ? "/texts/" + language + '/' + name
                                    : Subject.pointer(step) + "/ask/options/" + i,
                            "Another option has the title \"%s\" in %s already. Give each its own.",
                            title,
                            language);
                }
            }
        }
    }

    private static List<String> languages(Subject subject) {
        return Stream.concat(Stream.of(subject.flow().language()), subject.translations().stream())
                .toList();
    }
}
