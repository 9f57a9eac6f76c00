package io.waybill.flow;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Ranks entries by how well they answer what a customer wrote: words in any order, in any case and with or without accents, and
 * with small typing errors. A word that few entries have counts for more than one that many have; one that none has for nothing.
 */
final class Search {

    private static final int MAX_WORDS = 16;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LENGTH_FOR_ONE_ERROR = 4;
    private static final int LENGTH_FOR_TWO_ERRORS = 8;
    private static final double BEGINNING = 0.7;
    private static final double TYPING_ERROR = 0.5;
    private static final double IN_DETAILS = 0.5;
    private static final double COVERED_TITLE = 0.01;

    private static final int SHORTEST_NAME = 3;
    private static final char LAST_LATIN = '\u024f';
    private static final char LAST_ASCII = '\u007f';
    private static final int BITS = 63;
    private static final int LONGEST_ENDING = 2;

    /** Folded words that stand in names and in any message alike. */
    private static final Set<String> FILLERS = Set.of(("all and any are assorted bag big bottle box buy can carton"
                    + " colour color cost dry each extra for free fresh from good has have hello help here home how keep"
                    + " large like made make many medium more much need new not now off old one only order original out pack"
                    + " packet pcs piece pieces please price refill regular sale sell send set size small some special super"
                    + " thanks that the there this time tin tray tub two use want was what when where which white with"
                    + " without work would yes you your acheter avec avez bonjour combien commande commander des deux est"
                    + " grand les merci neuf nouveau oui par petit pour pouvez prix sans sont sur une votre vous voudrais")
            .split(" "));

    private static final LevenshteinDistance ONE_ERROR = new LevenshteinDistance(1);
    private static final LevenshteinDistance TWO_ERRORS = new LevenshteinDistance(2);

    private Search() {}

    /** @param details counts for less than the title */
    record Entry(String title, String details) {}

    /** Indexes of the entries that have anything to do with {@code query}, the best first; equals keep their order. */
    static List<Integer> rank(String query, List<Entry> entries) {
        List<String> wanted = words(query).stream().distinct().limit(MAX_WORDS).toList();
        double[][] matches = entries.stream()
                .map(entry -> matches(wanted, words(entry.title()), words(entry.details())))
                .toArray(double[][]::new);
        double[] scores = new double[entries.size()];
        for (int word = 0; word < wanted.size(); word++) {
            double weight = weight(matches, word);
            for (int entry = 0; entry < scores.length; entry++) {
                scores[entry] += weight * matches[entry][word];
            }
        }
        boolean onlyNumbers = wanted.stream().allMatch(Search::isNumber);
        for (int entry = 0; entry < scores.length && !onlyNumbers; entry++) {
            if (!isNamed(wanted, matches[entry])) {
                scores[entry] = 0;
            }
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .filter(entry -> scores[entry] > 0)
                .sorted(Comparator.comparingDouble(entry -> -scores[entry] - matches[entry][wanted.size()]))
                .toList();
    }

    /** True when {@code text} speaks of what is called {@code title}: one word in common that says something is enough. */
    static boolean names(String text, String title) {
        List<String> said = words(text).stream().filter(Search::saysSomething).toList();
        return words(title).stream()
                .filter(Search::saysSomething)
                .anyMatch(word -> said.stream().anyMatch(spoken -> means(spoken, word)));
    }

    private static boolean saysSomething(String word) {
        return word.length() >= shortestName(word) && !isNumber(word) && !FILLERS.contains(word);
    }

    /** True when {@code text} has every word of {@code title} that says something. */
    static boolean namesFully(String text, String title) {
        List<String> said = words(text);
        List<String> telling =
                words(title).stream().filter(Search::saysSomething).toList();
        return !telling.isEmpty()
                && telling.stream().allMatch(word -> said.stream().anyMatch(spoken -> means(spoken, word)));
    }

    /** Folded words of scripts that write vowels as marks are shorter. */
    private static int shortestName(String word) {
        return word.charAt(0) > LAST_LATIN ? SHORTEST_NAME - 1 : SHORTEST_NAME;
    }

    /** Stricter than ranking, which only puts an order on what is shown anyway. */
    private static boolean means(String spoken, String word) {
        int length = Math.min(spoken.length(), word.length());
        return spoken.equals(word)
                || length >= LENGTH_FOR_ONE_ERROR
                        && spoken.startsWith(word)
                        && spoken.length() - word.length() <= LONGEST_ENDING
                || spoken.length() > LENGTH_FOR_ONE_ERROR && word.startsWith(spoken)
                || length > LENGTH_FOR_ONE_ERROR && isTypingError(spoken, word, length);
    }

    /** True when {@code number} is one of the words of {@code text}. */
    static boolean holds(String text, int number) {
        return words(text).contains(String.valueOf(number));
    }

    /** A number alone says nothing: "2 tea" has nothing to do with sugar of 2 kg. */
    private static boolean isNamed(List<String> wanted, double[] matches) {
        return IntStream.range(0, wanted.size()).anyMatch(word -> matches[word] > 0 && !isNumber(wanted.get(word)));
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** One figure for each wanted word, and a last one for how much of the title is wanted. */
    private static double[] matches(List<String> wanted, List<String> title, List<String> details) {
        double[] matches = new double[wanted.size() + 1];
        int found = 0;
        for (int i = 0; i < wanted.size(); i++) {
            double inTitle = best(wanted.get(i), title);
            matches[i] = inTitle == 1 ? 1 : Math.max(inTitle, IN_DETAILS * best(wanted.get(i), details));
            found += inTitle > 0 ? 1 : 0;
        }
        matches[wanted.size()] = title.isEmpty() ? 0 : COVERED_TITLE * found / title.size();
        return matches;
    }

    private static double best(String wanted, List<String> words) {
        double best = 0;
        for (String word : words) {
            best = Math.max(best, likeness(wanted, word));
            if (best == 1) {
                return best;
            }
        }
        return best;
    }

    private static double likeness(String wanted, String word) {
        if (word.equals(wanted)) {
            return 1;
        }
        int length = Math.min(wanted.length(), word.length());
        if (length >= SHORTEST_BEGINNING && (word.startsWith(wanted) || wanted.startsWith(word))) {
            return BEGINNING;
        }
        return length >= LENGTH_FOR_ONE_ERROR && isTypingError(wanted, word, length) ? TYPING_ERROR : 0;
    }

    /** Numbers have no typing errors: 500 g is not 600 g. */
    private static boolean isTypingError(String wanted, String word, int length) {
        int errors = length >= LENGTH_FOR_TWO_ERRORS ? 2 : 1;
        if (Math.abs(wanted.length() - word.length()) > errors || isNumber(word) || isNumber(wanted)) {
            return false;
        }
        return (errors == 2 ? TWO_ERRORS : ONE_ERROR).apply(wanted, word) >= 0;
    }

    /** One bit for each letter: an error changes two of them at most, which is told sooner than the distance. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & BITS);
        }
        return letters;
    }

    private static double weight(double[][] matches, int word) {
        long having = 0;
        for (double[] entry : matches) {
            having += entry[word] > 0 ? 1 : 0;
        }
        return having == 0 ? 0 : Math.log(1 + (double) matches.length / having);
    }

    private static List<String> words(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean number = false;
        for (int i = 0, c; i < folded.length(); i += Character.charCount(c)) {
            c = folded.codePointAt(i);
            if (isMark(c)) {
                continue;
            }
            boolean letter = Character.isLetter(c);
            boolean digit = !letter && isNumeric(c);
            if (!word.isEmpty() && (!letter && !digit || number != digit)) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letter || digit) {
                word.appendCodePoint(c);
                number = digit;
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String fold(String text) {
        return (isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        return c > LAST_ASCII
                && switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isNumeric(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
