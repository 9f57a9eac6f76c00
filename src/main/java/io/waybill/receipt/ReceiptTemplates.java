package io.waybill.receipt;

import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/** The pages and words in {@code templates/} that receipts are made of. */
final class ReceiptTemplates {

    private static final String PRODUCT = "receipt.html";
    private static final String SERVICE = "receipt-service.html";

    private final ReceiptWords words;
    private final ReceiptTemplate product;
    private final ReceiptTemplate service;
    private final Thumbnails thumbnails = new Thumbnails();

    private ReceiptTemplates(Home home) {
        words = ReceiptWords.load(home);
        Map<String, HomeFile> files = home.filesOverShipped("templates", ".html").stream()
                .collect(Collectors.toMap(HomeFile::name, Function.identity()));
        product = ReceiptTemplate.read(files.get(PRODUCT), files, views(SampleReceipts.products()));
        service = ReceiptTemplate.read(files.get(SERVICE), files, views(SampleReceipts.services()));
    }

    /** Throws {@link io.waybill.home.Misconfigured} for the first that is not right. */
    static ReceiptTemplates load(Home home) {
        return new ReceiptTemplates(home);
    }

    /** The page of a receipt, as XHTML. */
    Document fill(Receipt receipt) {
        ReceiptView view = view(receipt);
        Document page = switch (receipt) {
            case Receipt.Product goods -> product.fill(view);
            case Receipt.Service work -> service.fill(view);
        };
        if (view.direction().equals("rtl")) {
            Columns.reverse(page);
        }
        return page;
    }

    private List<ReceiptView> views(List<? extends Receipt> receipts) {
        return receipts.stream().map(this::view).toList();
    }

    private ReceiptView view(Receipt receipt) {
        Map<String, String> inLanguage = words.in(receipt.heading().language());
        return new ReceiptWriting(receipt.heading(), inLanguage, thumbnails).view(receipt);
    }
}
