package io.waybill.template;

import io.waybill.outbox.TemplateGate;
import io.waybill.whatsapp.TemplateMessage;
import java.util.Optional;

/** Compares a template that is about to be sent with what Meta has of it. */
final class TemplateCheck implements TemplateGate {

    private final TemplateCatalog catalog;
    private final TemplateSync sync;

    TemplateCheck(TemplateCatalog catalog, TemplateSync sync) {
        this.catalog = catalog;
        this.sync = sync;
    }

    @Override
    public Optional<Hold> holds(String phoneNumberId, TemplateMessage message) {
        Optional<KnownTemplate> known = catalog.of(phoneNumberId, message.name()).stream()
                .filter(template -> template.text().language().equals(message.language()))
                .findFirst();
        Optional<String> reason = known.isPresent()
                ? known.flatMap(template -> reason(template, message))
                : sync.hasListed(catalog.account(phoneNumberId))
                        ? Optional.of(
                                "Meta has no template %s in this language (%s). Submit it, or let the flow name another."
                                        .formatted(message.name(), message.language()))
                        : Optional.empty();
        return reason.map(why -> new Hold(message.label(), why));
    }

    private static Optional<String> reason(KnownTemplate known, TemplateMessage message) {
        return known.approved() ? message.misfit(known.text()) : Optional.of(known.refusal());
    }
}
