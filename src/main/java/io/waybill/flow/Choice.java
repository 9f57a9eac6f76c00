package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One option as it stands for one customer.
 *
 * @param value what is saved when it is chosen: the list's element, or the option's id
 * @param to where choosing it leads; absent: the step goes on
 */
record Choice(
        String id,
        String title,
        @Nullable String note,
        JsonNode value,
        @Nullable String to) {}
