package io.waybill.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many of something a customer wants, said in passing: "3 sugar", "sugar x 2". */
final class Quantities {

    private static final int MOST = 10_000;

    /** A number, with the "x" that may stand at either side, and the word that follows at once. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,])[x×]?\\s?(\\p{Nd}{1,5})(?![.,]?\\p{Nd})\\s*(?:[x×](?!\\p{L}))?\\s*(%|\\p{L}*)");

    /** What makes a number a part of what is wanted: 2 kg is a size, not two of it. */
    private static final Set<String> UNITS = Set.of(
            "g", "gm", "gms", "gr", "gram", "grams", "gramme", "grammes", "kg", "kgs", "kilo", "kilos", "mg", "l", "lt",
            "ltr", "litre", "litres", "liter", "liters", "ml", "cl", "dl", "m", "cm", "mm", "km", "inch", "inches",
            "in", "oz", "lb", "lbs", "w", "watt", "watts", "v", "gb", "tb", "mb", "ply", "pm", "am", "h", "hr", "hrs",
            "min", "mins", "%");

    private Quantities() {}

    /** Null unless there is exactly one number that can be meant. */
    static @Nullable Integer in(String text) {
        List<Integer> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            Optional<Long> number = Digits.parse(numbers.group(1));
            if (number.isPresent() && !UNITS.contains(numbers.group(2).toLowerCase(Locale.ROOT))) {
                found.add(number.get().intValue());
            }
        }
        return found.size() == 1 && found.getFirst() >= 1 && found.getFirst() <= MOST ? found.getFirst() : null;
    }
}
