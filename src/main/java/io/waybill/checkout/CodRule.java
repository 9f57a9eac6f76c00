package io.waybill.checkout;

import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.Templates;
import java.util.Optional;

/** Whether customers are asked by a template to confirm that they pay on delivery, and by which. */
public final class CodRule {

    private static final String CONFIRM = "order.cod_confirm";
    private static final String REMIND = "order.cod_reminder";

    private final Shops shops;
    private final Templates templates;

    CodRule(Shops shops, Templates templates) {
        this.shops = shops;
        this.templates = templates;
    }

    /** Why customers of this number of ours cannot be asked; empty when they can. */
    Optional<String> problem(String phoneNumberId) {
        String confirmed = shops.of(phoneNumberId).confirmed();
        if (!confirmed.equals("cod")) {
            return Optional.of("\"confirm\" cannot be cod: waybill.store.confirmed is %s, so customers are not asked."
                    .formatted(confirmed));
        }
        return confirming().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "\"confirm\" cannot be cod: no template of templates/ has the event %s.".formatted(CONFIRM));
    }

    /** The name of the template that asks. */
    public Optional<String> confirming() {
        return named(CONFIRM);
    }

    /** The name of the one that asks once more. */
    public Optional<String> reminding() {
        return named(REMIND);
    }

    private Optional<String> named(String event) {
        return templates.all().stream()
                .filter(template -> event.equals(template.event()))
                .map(MessageTemplate::name)
                .findFirst();
    }
}
