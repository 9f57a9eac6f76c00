package io.waybill.receipt;

import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The fixed words of receipts: {@code templates/receipt.en.properties} and one such file for each other language. */
final class ReceiptWords {

    private static final String PREFIX = "receipt.";
    private static final String SUFFIX = ".properties";
    private static final String FALLBACK = "en";

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    private ReceiptWords(List<HomeFile> files) {
        for (HomeFile file : files) {
            String name = file.name();
            if (name.startsWith(PREFIX)) {
                byLanguage.put(key(name.substring(PREFIX.length(), name.length() - SUFFIX.length())), read(file));
            }
        }
        // Shipped, so it is there; what a language does not say is said in English.
        Map<String, String> fallback = byLanguage.getOrDefault(FALLBACK, Map.of());
        byLanguage.replaceAll((language, words) -> {
            Map<String, String> all = new HashMap<>(fallback);
            all.putAll(words);
            return Map.copyOf(all);
        });
    }

    static ReceiptWords load(Home home) {
        return new ReceiptWords(home.filesOverShipped("templates", SUFFIX));
    }

    /** Those of {@code language}, else of its base language, else English. */
    Map<String, String> in(String language) {
        String key = key(language);
        Map<String, String> words = byLanguage.get(key);
        int region = key.lastIndexOf('-');
        return words != null
                ? words
                : region < 0 ? byLanguage.getOrDefault(FALLBACK, Map.of()) : in(key.substring(0, region));
    }

    private static String key(String language) {
        return language.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> read(HomeFile file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.text()));
        } catch (IOException | IllegalArgumentException e) {
            throw new Misconfigured(
                    "The words of receipts in %s cannot be read: %s".formatted(file.origin(), e.getMessage()), e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(word -> words.put(word, properties.getProperty(word)));
        return words;
    }
}
