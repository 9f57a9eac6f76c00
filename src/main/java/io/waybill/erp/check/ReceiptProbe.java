package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.OrderProbe.Made;
import java.net.URI;
import java.util.Base64;

/** Asks for the receipt of a confirmed order, without opening it. */
final class ReceiptProbe {

    private static final ErpOperation OPERATION = ErpOperation.GET_RECEIPT;
    private static final String URL = "receipt_url";
    private static final String FILE = "receipt_base64";

    private final Run run;

    ReceiptProbe(Run run) {
        this.run = run;
    }

    void ask(Made made) {
        run.ask(OPERATION, Run.request().put("external_order_id", made.id()), null)
                .body()
                .ifPresent(this::look);
    }

    private void look(ObjectNode receipt) {
        if (receipt.hasNonNull(URL) && !isLink(receipt.get(URL).asText())) {
            unusable(URL, "is no address that begins with http:// or https://. Make the ERP answer the whole link.");
        }
        if (receipt.hasNonNull(FILE) && !isFile(receipt.get(FILE).asText())) {
            unusable(
                    FILE,
                    "is not the base64 of a file. Make the ERP answer base64 alone, without data: and line breaks.");
        }
    }

    private void unusable(String field, String sentence) {
        run.tested(OPERATION).add(Finding.at(field, FindingKind.RECEIPT_UNUSABLE, field + " " + sentence));
    }

    private static boolean isLink(String text) {
        try {
            URI link = URI.create(text);
            return ("https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()))
                    && link.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFile(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
