package io.waybill.checkout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** Says in the words of HTTP what became of an order: the same for the same key, however often it is posted. */
final class PlacementAnswers {

    private static final String LOOK_AGAIN = "2";

    private final OrderLinks links;

    PlacementAnswers(OrderLinks links) {
        this.links = links;
    }

    PlacementView view(Placement placement) {
        return PlacementView.of(placement, links);
    }

    ResponseEntity<PlacementView> of(Placement placement) {
        return switch (placement.outcome()) {
            case MADE ->
                ResponseEntity.created(location("orders", externalOrderId(placement)))
                        .body(view(placement));
            case REFUSED -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, placement.reason());
            case DOWN ->
                throw new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nothing was ordered, since the ERP was not reached: %s Post it again with the same Idempotency-Key."
                                .formatted(placement.reason()));
            case PENDING, UNKNOWN, MANUAL ->
                ResponseEntity.accepted()
                        .location(location("order-requests", placement.id()))
                        .header(HttpHeaders.RETRY_AFTER, LOOK_AGAIN)
                        .body(view(placement));
        };
    }

    private static String externalOrderId(Placement placement) {
        Placement.Made order = placement.order();
        return order == null ? "" : order.externalOrderId();
    }

    private static URI location(String list, String id) {
        return URI.create("/api/v1/%s/%s".formatted(list, UriUtils.encodePathSegment(id, StandardCharsets.UTF_8)));
    }
}
