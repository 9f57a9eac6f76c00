package io.waybill.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.media.OwnDocuments;
import io.waybill.order.ChatCustomer;
import io.waybill.order.ChatOrder;
import io.waybill.order.OrderContents;
import io.waybill.receipt.Receipt.Heading;
import io.waybill.receipt.Receipt.Payment;
import io.waybill.receipt.Receipt.Work;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** Makes the file of a receipt: the ERP's own where it has one, else ours; to be called outside of transactions. */
final class ReceiptFiles {

    private static final Logger log = LoggerFactory.getLogger(ReceiptFiles.class);
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final ReceiptRenderer renderer;
    private final ReceiptBranding branding;
    private final OrderContents contents;
    private final ErpGateway erp;
    private final OwnDocuments documents;
    private final ItemPictures pictures;
    private final Supplier<ZoneId> zone;

    ReceiptFiles(
            ReceiptRenderer renderer,
            ReceiptBranding branding,
            OrderContents contents,
            ErpGateway erp,
            OwnDocuments documents,
            ItemPictures pictures,
            Supplier<ZoneId> zone) {
        this.renderer = renderer;
        this.branding = branding;
        this.contents = contents;
        this.erp = erp;
        this.documents = documents;
        this.pictures = pictures;
        this.zone = zone;
    }

    /** A receipt as a file of ours, or where the ERP has it. */
    record Document(
            String link, @Nullable String fileId, @Nullable Integer branding) {}

    /** Empty for an order that was made elsewhere, where the ERP has none. */
    Optional<Document> of(WantedReceipts.Wanted wanted, ChatOrder order) {
        Optional<Document> erps =
                erp.available().contains(ErpOperation.GET_RECEIPT) ? ofErp(wanted, order) : Optional.empty();
        return erps.or(() -> contents.of(order.externalOrderId()).map(known -> {
            Branding current = branding.current(Branding.Kind.ORDER);
            byte[] pdf = renderer.render(OrderReceipt.of(order, known, wanted.paidAt(), current, zone.get(), pictures));
            return kept(wanted, order.contactId(), name(order), pdf, current.version());
        }));
    }

    /** Carries the mark that is for payments. */
    Document of(WantedReceipts.Wanted wanted, ChatCustomer customer, StandalonePayment payment) {
        Branding current = branding.current(Branding.Kind.PAYMENT);
        Heading heading = new Heading(
                payment.paymentId(),
                payment.paidAt(),
                zone.get(),
                Objects.requireNonNullElse(customer.name(), ""),
                new Payment(payment.method(), null, payment.paymentId(), payment.amount(), payment.paidAt()),
                payment.currency(),
                Objects.requireNonNullElse(customer.language(), "en"),
                current);
        Work work = new Work(
                Objects.requireNonNullElse(payment.description(), payment.paymentId()), null, payment.amount());
        byte[] pdf = renderer.render(new Receipt.Service(heading, List.of(work), payment.amount()));
        return kept(wanted, customer.contactId(), name(payment), pdf, current.version());
    }

    static String name(ChatOrder order) {
        return name(Objects.requireNonNullElse(order.number(), order.externalOrderId()));
    }

    static String name(StandalonePayment payment) {
        return name(payment.paymentId());
    }

    private static String name(String number) {
        return "receipt-%s.pdf".formatted(number.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private Optional<Document> ofErp(WantedReceipts.Wanted wanted, ChatOrder order) {
        ErpReply reply = erp.call(
                        ErpOperation.GET_RECEIPT,
                        JsonNodeFactory.instance.objectNode().put("external_order_id", order.externalOrderId()),
                        null)
                .reply();
        if (!(reply instanceof ErpReply.Ok(JsonNode body))) {
            log.warn("The ERP has no receipt of order {}: it is made here.", order.externalOrderId());
            return Optional.empty();
        }
        if (body.hasNonNull("receipt_url")) {
            return Optional.of(new Document(body.path("receipt_url").asText(), null, null));
        }
        if (!body.path("mime").asText(MediaType.APPLICATION_PDF_VALUE).equals(MediaType.APPLICATION_PDF_VALUE)) {
            return Optional.empty();
        }
        byte[] pdf = decoded(body.path("receipt_base64").asText());
        if (!startsAsPdf(pdf)) {
            log.warn(
                    "What the ERP has as the receipt of order {} is no PDF: it is made here.", order.externalOrderId());
            return Optional.empty();
        }
        return Optional.of(kept(wanted, order.contactId(), name(order), pdf, null));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean startsAsPdf(byte[] bytes) {
        return bytes.length > PDF.length && Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length);
    }

    private Document kept(
            WantedReceipts.Wanted wanted, long contactId, String filename, byte[] pdf, @Nullable Integer version) {
        String id = documents.keepPdf(contactId, "receipt-" + wanted.id(), filename, pdf);
        return new Document("/media/" + id, id, version);
    }
}
