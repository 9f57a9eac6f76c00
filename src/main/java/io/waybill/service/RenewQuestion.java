package io.waybill.service;

import io.waybill.flow.CartText;
import io.waybill.message.Formatting;
import io.waybill.message.Reply;
import io.waybill.order.ChatOrder;
import io.waybill.order.Decision;
import io.waybill.order.OrderQuestions;
import io.waybill.outbox.OutboxMessage;
import io.waybill.template.MessageEvent;
import io.waybill.template.Variable;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WireMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks a customer whose paid time is over whether to renew. The button names the product as a chat link does, which starts its order. */
final class RenewQuestion {

    private static final String TOO_LATE = "The customer wrote more than 24 hours ago, and ";

    private final OrderQuestions questions;
    private final Templates shipped;

    RenewQuestion(OrderQuestions questions, Templates shipped) {
        this.questions = questions;
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
                : template(session, customer, now);
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

    private Way template(ServiceSession session, ChatOrder customer, Instant now) {
        Map<Variable, String> values = Map.of(
                Variable.SERVICE_NAME, session.productName(),
                Variable.SERVICE_MINUTES, Integer.toString(session.paidMinutes()),
                Variable.ORDER_NUMBER, Objects.requireNonNullElse(customer.number(), customer.externalOrderId()));
        return switch (questions.ask(
                customer,
                MessageEvent.SERVICE_RENEW,
                List.of(renew(session, "")),
                FilledTemplate::words,
                values,
                now)) {
            case Decision.Say say -> new Way.Ask("template", drafts(session, customer, say.messages()));
            case Decision.Silent silent ->
                new Way.Cannot(
                        TOO_LATE
                                + "no template is mapped to service.renew: map one by PUT /api/v1/template-mappings/service.renew, or wait until they write.");
            case Decision.Hold hold -> cannot(hold.reason());
            case Decision.Drop drop -> cannot(drop.reason());
        };
    }

    private static Way cannot(String reason) {
        return new Way.Cannot(TOO_LATE
                + "the template cannot be sent: see GET /api/v1/templates, or wait until they write. "
                + reason);
    }

    private static List<OutboxMessage.Draft> drafts(
            ServiceSession session, ChatOrder customer, List<WireMessage> messages) {
        return messages.stream()
                .map(message -> new OutboxMessage.Draft(
                        customer.contactId(), customer.phoneNumberId(), "service-" + session.id(), message.json()))
                .toList();
    }
}
