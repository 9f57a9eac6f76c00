package io.waybill.whatsapp;

import org.jspecify.annotations.Nullable;

/** What Meta says has become of a template, by webhook. */
public sealed interface TemplateUpdate {

    Ref template();

    /**
     * Which one.
     *
     * @param businessAccountId of the account it belongs to
     * @param language as Meta's lists write it: en_US
     */
    record Ref(String businessAccountId, String id, String name, String language) {}

    /**
     * It was approved, rejected, paused …
     *
     * @param event in Meta's words: APPROVED, REJECTED, PAUSED, REINSTATED …
     * @param reason Meta's word for why, and its explanation where there is one; null: none
     */
    record Status(Ref template, String event, @Nullable String reason) implements TemplateUpdate {}

    /** Meta has put it into another category, or will. */
    record Category(Ref template, String category, boolean done) implements TemplateUpdate {}

    /** @param score GREEN, YELLOW, RED or UNKNOWN */
    record Quality(Ref template, String score) implements TemplateUpdate {}

    /** @param components as a list of Meta's would have them, as JSON; without examples */
    record Components(Ref template, String components) implements TemplateUpdate {}
}
