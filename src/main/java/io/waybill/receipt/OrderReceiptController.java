package io.waybill.receipt;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.order.OrderDesk;
import io.waybill.receipt.WantedReceipts.Made;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the receipts of an order, and why one has not gone yet. */
@RestController
@Needs({Permission.ORDERS_READ, Permission.MONEY, Permission.PERSONAL_DATA})
class OrderReceiptController {

    private final WantedReceipts receipts;
    private final OrderDesk desk;

    OrderReceiptController(WantedReceipts receipts, OrderDesk desk) {
        this.receipts = receipts;
        this.desk = desk;
    }

    record ReceiptList(List<Made> receipts) {}

    @GetMapping("/api/v1/orders/{order}/receipts")
    @ForApiKey(Scope.ORDERS_READ)
    ReceiptList of(@PathVariable String order) {
        return desk.find(order)
                .map(known -> new ReceiptList(receipts.of(known.externalOrderId())))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)));
    }
}
