package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Value;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question to the customer.
 *
 * @param types what is accepted, in the order it is tried
 * @param min least number, or least length of a text
 * @param max greatest number, or greatest length of a text, or megabytes of a file
 * @param accept media types of a file, which may end in {@code /*}; none: all
 * @param check an accepted answer, as {@code input}, must make this true
 * @param preset an answer that may be known already: when it is one, the question is not asked
 * @param tries how many answers may be no answer before the outcome is {@code invalid}
 * @param patience how long the question stands unanswered before the outcome is {@code silence}
 * @param about the ERP's key of the order it is about: a tap on it is about that order even when the question stands no more
 * @param save where the answer goes
 */
public record Ask(
        List<Type> types,
        @Nullable Options options,
        @Nullable Translated button,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Pattern pattern,
        List<String> accept,
        @Nullable Value check,
        @Nullable Value preset,
        @Nullable Translated retry,
        int tries,
        @Nullable Remind remind,
        Duration patience,
        @Nullable Value about,
        @Nullable List<String> save) {

    static final int TEMPLATE_BUTTONS = 3;

    public Ask {
        types = List.copyOf(types);
        accept = List.copyOf(accept);
    }

    boolean accepts(Type type) {
        return types.contains(type);
    }

    /** True when a template can ask it: its buttons carry the options. */
    boolean fitsTemplate() {
        return options instanceof Options.Fixed fixed && fixed.options().size() <= TEMPLATE_BUTTONS;
    }

    /** What kind of answer a question takes. */
    public enum Type {
        CHOICE,
        TEXT,
        NUMBER,
        LOCATION,
        CONTACT,
        EMAIL,
        PHONE,
        DATE,
        FILE;

        static Type named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** One reminder, said when the question has stood unanswered for a while. */
    public record Remind(Duration after, Step.Say say) {}

    /** What can be chosen. */
    public sealed interface Options {

        /** Options written in the flow. */
        record Fixed(List<FixedOption> options) implements Options {}

        /**
         * One option for each element of a list; the element's fields are in scope.
         *
         * @param match text whose words rank the options
         */
        record Listed(
                List<String> from,
                Value id,
                Translated title,
                @Nullable Translated note,
                @Nullable Value match) implements Options {}
    }

    /** @param to goes there at once when chosen, without the step's {@code cart}, {@code set} and {@code next} */
    public record FixedOption(
            String id,
            Translated title,
            @Nullable Translated note,
            JsonNode value,
            @Nullable Target to) {}
}
