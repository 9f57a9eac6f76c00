package io.waybill.template;

import io.waybill.outbox.HeldTemplates;
import org.springframework.context.event.EventListener;

/** Lets go of the messages that waited for a template, once it can be sent. */
class TemplateRelease {

    private final HeldTemplates held;

    TemplateRelease(HeldTemplates held) {
        this.held = held;
    }

    @EventListener(TemplatesChanged.class)
    void templatesChanged() {
        held.lookSoon();
    }
}
