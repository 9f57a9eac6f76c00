package io.waybill.receipt;

import io.waybill.order.ChatOrder;
import io.waybill.order.OrderContents;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.whatsapp.Recipient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where the receipt of an order says that it goes, for tests elsewhere. */
public final class AddressOnReceipt {

    private AddressOnReceipt() {}

    public static String of(OrderContents.Contents contents) {
        Receipt.Product receipt = (Receipt.Product) OrderReceipt.of(
                new ChatOrder(
                        "E1",
                        "R-1",
                        BigDecimal.ONE,
                        "KES",
                        1,
                        "1",
                        new Recipient("+254700000001", null),
                        "Amina",
                        "en",
                        null,
                        null,
                        null),
                contents,
                Instant.EPOCH,
                Receipts.SHOP,
                ZoneOffset.UTC,
                product -> Optional.empty());
        return ((Handover.Delivery) receipt.handover()).address();
    }
}
