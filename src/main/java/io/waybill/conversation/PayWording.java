package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Money;
import io.waybill.message.Reply;
import io.waybill.order.ChatOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a chat that a program has asked for a payment there, in the words of the shipped flow. */
final class PayWording {

    private PayWording() {}

    /**
     * @param request and {@code answer} of REQUEST_PAYMENT; a link in it is one that customers may be shown
     * @return empty where the payment has failed at once
     */
    static Optional<Reply> of(JsonNode request, JsonNode answer, ChatOrders orders, @Nullable String language) {
        boolean french = language != null && language.startsWith("fr");
        if (answer.path("status").asText().equalsIgnoreCase("failed")) {
            return Optional.empty();
        }
        String id = request.path("external_order_id").asText();
        String number = orders.find(id).map(ChatOrder::number).orElse(id);
        String amount = Money.format(
                request.path("amount").decimalValue(), request.path("currency").asText(), french ? "fr" : "en");
        String link = answer.path("pay_link").asText("");
        if (link.isEmpty()) {
            return Optional.of(new Reply.Text(
                    french
                            ? "Nous avons demandé %s. Confirmez-le sur votre téléphone.".formatted(amount)
                            : "We have asked for %s. Please confirm it on your phone.".formatted(amount)));
        }
        String text = french
                ? "Payez %s pour la commande %s sur cette page.".formatted(amount, number)
                : "Please pay %s for order %s on this page.".formatted(amount, number);
        return Optional.of(new Reply.Link(null, text, null, french ? "Payer maintenant" : "Pay now", link));
    }
}
