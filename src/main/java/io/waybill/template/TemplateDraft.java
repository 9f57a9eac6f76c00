package io.waybill.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A template that people work on, before Meta is asked.
 *
 * @param account the business account it is for
 * @param edits it changes the template of its name and language; false: it makes a new one
 * @param version counts what was saved
 * @param definition as Meta takes it
 */
record TemplateDraft(
        long id,
        String account,
        String name,
        String language,
        boolean edits,
        int version,
        Instant changedAt,
        String changedBy,
        ObjectNode definition) {}
