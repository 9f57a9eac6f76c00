package io.waybill.checkout;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.inbox.LocalNumbers;
import io.waybill.order.NewOrder;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where an online store brings in its orders. */
@RestController
@Needs(Permission.ORDERS_SELL)
class CheckoutController {

    private final Checkout checkout;
    private final Placements placements;
    private final PlacementAnswers answers;
    private final WhatsAppChannels channels;
    private final LocalNumbers phones;

    CheckoutController(
            Checkout checkout,
            Placements placements,
            PlacementAnswers answers,
            WhatsAppChannels channels,
            LocalNumbers phones) {
        this.checkout = checkout;
        this.placements = placements;
        this.answers = answers;
        this.channels = channels;
        this.phones = phones;
    }

    @PostMapping("/api/v1/orders")
    @ForApiKey(Scope.ORDERS_CREATE)
    ResponseEntity<PlacementView> order(
            @RequestBody OrderBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        return answers.of(checkout.place(
                buyer(body), body, NewOrder.Source.WEBSITE, request.getRemoteUser(), IdempotencyKey.of(key)));
    }

    /** What became of one, for as long as it was not known when it was posted. */
    @GetMapping("/api/v1/order-requests/{reference}")
    @ForApiKey(Scope.ORDERS_CREATE)
    PlacementView request(@PathVariable String reference) {
        return answers.view(placements
                .find(reference)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nobody has posted an order %s here.".formatted(reference))));
    }

    private Buyer buyer(OrderBody body) {
        OrderBody.OrderCustomer customer = body.customer();
        if (customer == null || customer.phone() == null || customer.phone().isBlank()) {
            throw Unfit.wrong("\"customer\" has a \"phone\" and a \"name\".");
        }
        String name = Objects.requireNonNullElse(body.number(), WhatsAppChannel.MAIN);
        WhatsAppChannel channel = channels.named(name)
                .orElseThrow(
                        () -> Unfit.wrong("There is no number \"%s\" in waybill.whatsapp.numbers.".formatted(name)));
        return new Buyer(
                null,
                channel.phoneNumberId(),
                phones.e164(customer.phone()),
                OrderBody.name(customer.name()),
                customer.knownLanguage());
    }
}
