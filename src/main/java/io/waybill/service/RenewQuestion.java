package io.waybill.service;

import io.waybill.flow.CartText;
import io.waybill.message.Formatting;
import io.waybill.message.Reply;
import io.waybill.order.ChatOrder;
import io.waybill.outbox.OutboxMessage;
import io.waybill.template.KnownTemplate;
import io.waybill.template.Mapping;
import io.waybill.template.MappingCheck;
import io.waybill.template.Mappings;
import io.waybill.template.MessageEvent;
import io.waybill.template.TemplateCatalog;
import io.waybill.template.Variable;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.MetaTemplate.Part;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WireMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a customer whose paid time is over whether to renew. The button names the product as a chat link does, which starts its order. */
final class RenewQuestion {

    private final Mappings mappings;
    private final TemplateCatalog catalog;
    private final Templates shipped;

    RenewQuestion(Mappings mappings, TemplateCatalog catalog, Templates shipped) {
        this.mappings = mappings;
        this.catalog = catalog;
        this.shipped = shipped;
    }

    /** How it can be asked now. */
    sealed interface Way {

        /** @param form {@code message} or {@code template} */
        record Ask(String form, List<OutboxMessage.Draft> drafts) implements Way {}

        /** @param reason what happened and what to do, as sentences */
        record Cannot(String reason) implements Way {}
    }

    Way of(ServiceSession session, ChatOrder customer, Instant now) {
        if (!CartText.Code.PRODUCT.holds(session.externalProductId())) {
            return new Way.Cannot(
                    "The ERP's id of %s has spaces or is too long, so no button can order it: ask the customer yourself after closing the service."
                            .formatted(session.productName()));
        }
        return CustomerServiceWindow.open(customer.lastMessageAt(), now)
                ? new Way.Ask("message", drafts(session, customer, message(session, customer)))
                : template(session, customer);
    }

    private List<WireMessage> message(ServiceSession session, ChatOrder customer) {
        boolean french = String.valueOf(customer.language()).startsWith("fr");
        String name = Formatting.off(session.productName());
        Reply reply = new Reply.Buttons(
                french
                        ? "Votre temps payé de %d min pour %s est écoulé. Voulez-vous renouveler ?"
                                .formatted(session.paidMinutes(), name)
                        : "Your paid time of %d min for %s is over. Would you like to renew?"
                                .formatted(session.paidMinutes(), name),
                null,
                List.of(renew(session, french ? "Renouveler" : "Renew")));
        return ((RenderResult.Messages) MessagePayload.render(reply, customer.recipient(), true, shipped)).messages();
    }

    private static Reply.Option renew(ServiceSession session, String title) {
        return new Reply.Option(CartText.Code.PRODUCT.of(session.externalProductId()), title, null);
    }

    private Way template(ServiceSession session, ChatOrder customer) {
        Optional<Mapping> mapping = mappings.find(MessageEvent.SERVICE_RENEW).filter(known -> known.template() != null);
        if (mapping.isEmpty()) {
            return new Way.Cannot(
                    "The customer wrote more than 24 hours ago, and no template is mapped to service.renew: map one by PUT /api/v1/template-mappings/service.renew, or wait until they write.");
        }
        List<KnownTemplate> candidates =
                catalog.candidates(mapping.get(), customer.phoneNumberId(), customer.language());
        Optional<KnownTemplate> approved = candidates.stream()
                .filter(KnownTemplate::approved)
                .filter(known ->
                        MappingCheck.problems(mapping.get(), known.text()).isEmpty())
                .findFirst();
        return approved.<Way>flatMap(known -> filled(session, customer, mapping.get(), known))
                .orElseGet(() -> new Way.Cannot(
                        "The customer wrote more than 24 hours ago, and the template %s cannot be sent: see GET /api/v1/templates, or wait until they write."
                                .formatted(mapping.get().template())));
    }

    private static Optional<Way> filled(
            ServiceSession session, ChatOrder customer, Mapping mapping, KnownTemplate known) {
        Map<String, String> values = new HashMap<>();
        for (Placeholder place : known.text().placeholders()) {
            String value = value(session, customer, mapping.variables().get(place.key()));
            String said = value == null || value.isBlank() ? mapping.fallbacks().getOrDefault(place.key(), "") : value;
            if (said.isBlank() || place.part() == Part.BUTTON) {
                return Optional.empty();
            }
            values.put(place.key(), said);
        }
        WireMessage message = FilledTemplate.of(known.text(), values, mapping.header())
                .message(customer.recipient(), List.of(renew(session, "")));
        return Optional.of(new Way.Ask("template", drafts(session, customer, List.of(message))));
    }

    private static @Nullable String value(ServiceSession session, ChatOrder customer, @Nullable Variable variable) {
        if (variable == null) {
            return null;
        }
        return switch (variable) {
            case SERVICE_NAME -> session.productName();
            case SERVICE_MINUTES -> Integer.toString(session.paidMinutes());
            case ORDER_NUMBER -> Objects.requireNonNullElse(customer.number(), customer.externalOrderId());
            case CUSTOMER_NAME -> customer.customerName();
            case STORE_NAME -> customer.storeName();
            default -> null;
        };
    }

    private static List<OutboxMessage.Draft> drafts(
            ServiceSession session, ChatOrder customer, List<WireMessage> messages) {
        return messages.stream()
                .map(message -> new OutboxMessage.Draft(
                        customer.contactId(), customer.phoneNumberId(), "service-" + session.id(), message.json()))
                .toList();
    }
}
