package io.waybill.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param id as people and other calls of the API name it
 * @param since when it began to wait
 * @param place where it stands in its category
 * @param due when somebody should have seen to it; null: nobody has said
 * @param todo what to do, as a sentence
 * @param link where the API has it
 */
public record AttentionItem(
        String id, Instant since, Place place, @Nullable Instant due, String todo, String link) {}
