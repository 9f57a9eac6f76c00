package io.waybill.flow;

import java.util.Map;
import java.util.Optional;

/** What people write who want to be spoken to in another language. */
final class LanguageNames {

    /** Normalised name to BCP 47, for the languages the engine itself speaks. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("in english", "en"),
            Map.entry("anglais", "en"),
            Map.entry("en anglais", "en"),
            Map.entry("français", "fr"),
            Map.entry("francais", "fr"),
            Map.entry("en français", "fr"),
            Map.entry("en francais", "fr"),
            Map.entry("french", "fr"),
            Map.entry("in french", "fr"));

    /** Greetings of one language; "hello" and its like are said in all of them. */
    private static final Map<String, String> GREETINGS = Map.of(
            "good morning", "en",
            "good afternoon", "en",
            "good evening", "en",
            "bonjour", "fr",
            "bonsoir", "fr",
            "salut", "fr",
            "coucou", "fr",
            "allô", "fr");

    private LanguageNames() {}

    static Optional<String> ofGreeting(String text) {
        return Optional.ofNullable(GREETINGS.get(Words.normalise(text)));
    }

    /** The language that the whole message names. */
    static Optional<String> in(String text) {
        return Optional.ofNullable(NAMES.get(Words.normalise(text)));
    }
}
