package io.waybill.flow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that are understood at any question.
 *
 * @param words of all languages, normalised
 * @param to null: back to the question
 */
public record Command(
        Set<String> words, @Nullable Target to, @Nullable Translated say) {

    public Command {
        words = Set.copyOf(words);
    }
}
