package io.waybill.receipt;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.media.OwnDocuments;
import io.waybill.order.OrderDesk;
import io.waybill.receipt.ReceiptAgain.NotPossible;
import io.waybill.receipt.WantedReceipts.Made;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the receipts of an order, why one has not gone yet, and sends one again. */
@RestController
@RequestMapping("/api/v1/orders/{order}/receipts")
@Needs({Permission.ORDERS_READ, Permission.MONEY, Permission.PERSONAL_DATA})
class OrderReceiptController {

    private final WantedReceipts receipts;
    private final OwnDocuments documents;
    private final ReceiptAgain again;
    private final OrderDesk desk;

    OrderReceiptController(WantedReceipts receipts, OwnDocuments documents, ReceiptAgain again, OrderDesk desk) {
        this.receipts = receipts;
        this.documents = documents;
        this.again = again;
        this.desk = desk;
    }

    record ReceiptList(List<Made> receipts) {}

    @GetMapping
    @ForApiKey(Scope.ORDERS_READ)
    ReceiptList of(@PathVariable String order) {
        return new ReceiptList(receipts.of(id(order)));
    }

    /** The PDF as its customer got it. */
    @GetMapping("/{receipt}/file")
    ResponseEntity<byte[]> file(@PathVariable String order, @PathVariable long receipt) {
        OwnDocuments.Pdf pdf = Optional.ofNullable(made(id(order), receipt).fileId())
                .flatMap(documents::pdf)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The file of this receipt is not kept here: the ERP has it, or nobody."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(pdf.filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf.bytes());
    }

    /** The same file as a message of now. */
    @PostMapping("/{receipt}/resend")
    @Needs({Permission.ORDERS_SELL, Permission.MONEY, Permission.PERSONAL_DATA})
    ReceiptList resend(@PathVariable String order, @PathVariable long receipt, HttpServletRequest request) {
        String id = id(order);
        again.send(id, made(id, receipt), request.getRemoteUser());
        return new ReceiptList(receipts.of(id));
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    private Made made(String order, long receipt) {
        return receipts.of(order).stream()
                .filter(made -> made.id() == receipt)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no receipt %d of this order.".formatted(receipt)));
    }

    private String id(String order) {
        return desk.find(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)))
                .externalOrderId();
    }
}
