package io.waybill.hook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an event was sent, and what came of it.
 *
 * @param status of HTTP; null: no answer
 * @param answer how the answer begins
 * @param advice what happened and what to do, in a sentence
 */
record Attempt(
        Instant at, @Nullable Integer status, @Nullable String answer, long tookMillis, String advice) {}
