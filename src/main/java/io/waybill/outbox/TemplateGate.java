package io.waybill.outbox;

import io.waybill.whatsapp.TemplateMessage;
import java.util.Optional;

/** Whether Meta would take a template now, asked before each is sent. */
@FunctionalInterface
public interface TemplateGate {

    /** What it has to wait for; empty: it can go. */
    Optional<Hold> holds(String phoneNumberId, TemplateMessage message);

    /**
     * @param template name.language
     * @param reason what is wrong and what to do, as sentences
     */
    record Hold(String template, String reason) {}
}
