package io.waybill.setup;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param number what the configuration calls the number it is about
 * @param todo what mends it; null: nothing is to be done
 */
public record Line(
        Check check,
        String number,
        State state,
        String sentence,
        @Nullable String todo) {}
